import { workerData } from 'node:worker_threads';
import { digestOf } from '../cache/digest.js';
import { readText } from '../files/read-text.js';
import { AHEAD, DIGEST_LENGTH, type DigestTask } from './digests-ahead.js';

/** Reads the files that nobody has claimed yet, and writes down what their texts are known by. */
function readAhead({ files, cwd, states, digests }: DigestTask): void {
  const bytes = Buffer.from(digests.buffer);
  for (const [index, file] of files.entries()) {
    if (Atomics.compareExchange(states, index, AHEAD.unclaimed, AHEAD.claimed) !== AHEAD.unclaimed) continue;
    const read = readText(file, cwd);
    if ('text' in read) bytes.write(digestOf(`process\n${read.text}`), index * DIGEST_LENGTH, 'latin1');
    Atomics.store(states, index, 'text' in read ? AHEAD.done : AHEAD.unreadable);
    Atomics.notify(states, index);
  }
}

readAhead(workerData as DigestTask);
