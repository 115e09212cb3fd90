import { AbortPromptError } from '@inquirer/core';
import { expect, test } from 'vitest';
import { interruptible } from '../../src/interview/inquirer-prompter.js';
import { Interrupted } from '../../src/interview/prompter.js';

/** A prompt that nobody answers. */
const unanswered = ({ signal }: { readonly signal?: AbortSignal }) =>
  new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(new AbortPromptError())));

test('Ctrl-C that a console of Windows tells the program is Ctrl-C: what was answered is saved', async () => {
  const before = process.listenerCount('SIGINT');
  const asked = interruptible(unanswered, 'win32');
  expect(process.listenerCount('SIGINT')).toBe(before + 1);
  process.emit('SIGINT');
  await expect(asked).rejects.toBeInstanceOf(Interrupted);
  expect(process.listenerCount('SIGINT')).toBe(before);
});

test('elsewhere the terminal hands Ctrl-C over as a key, and a signal is left to end the program', () => {
  const before = process.listenerCount('SIGINT');
  void interruptible(unanswered, 'linux');
  expect(process.listenerCount('SIGINT')).toBe(before);
});
