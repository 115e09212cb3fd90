import { workerData } from 'node:worker_threads';
import { checkFileToSend } from './check-file.js';
import type { Task } from './workers.js';

/** Another thread that checks files: from the last backward, while the main thread comes from the first. */
async function work({ files, claims, name, chunk, port, ...options }: Task): Promise<void> {
  for (let index = claims.length - 1; index >= 0; index--) {
    if (Atomics.compareExchange(claims, index, 0, name) !== 0) continue;
    const sent = [];
    for (const file of files.slice(index * chunk, (index + 1) * chunk)) sent.push(await checkFileToSend(file, options));
    port.postMessage({ index, sent });
  }
}

void work(workerData as Task);
