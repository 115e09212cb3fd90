import { AbortPromptError } from '@inquirer/core';
import { describe, expect, test } from 'vitest';
import { interruptible } from '../../src/interview/inquirer-prompter.js';
import { Interrupted } from '../../src/interview/prompter.js';
import { HeardSignals } from '../../src/interview/signals.js';

/** A prompt that nobody answers. */
const unanswered = ({ signal }: { readonly signal: AbortSignal }) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new AbortPromptError())));

function watched() {
  const killed: string[] = [];
  return { killed, signals: new HeardSignals((signal) => killed.push(signal)) };
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 100));

describe('a signal', () => {
  test('SIGINT from another program or the Windows console counts as Ctrl-C', async () => {
    const { killed, signals } = watched();
    const asked = interruptible(unanswered, signals);
    process.emit('SIGINT', 'SIGINT');
    await expect(asked).rejects.toBeInstanceOf(Interrupted);
    await moment();
    expect(killed).toEqual([]);
  });

  test.each(['SIGTERM', 'SIGHUP'] as const)('%s ends the prompt, and then the program', async (name) => {
    const { killed, signals } = watched();
    const asked = interruptible(unanswered, signals);
    process.emit(name, name);
    await expect(asked).rejects.toBeInstanceOf(Interrupted);
    expect(killed).toEqual([name]);
  });

  test('a signal that arrives just after a prompt has ended ends the next one', async () => {
    const { killed, signals } = watched();
    expect(await interruptible(() => Promise.resolve('yes'), signals)).toBe('yes');
    process.emit('SIGINT', 'SIGINT');
    await expect(interruptible(() => Promise.resolve('no'), signals)).rejects.toBeInstanceOf(Interrupted);
    expect(await interruptible(() => Promise.resolve('yes'), signals)).toBe('yes');
    expect(killed).toEqual([]);
  });

  test('a signal that arrives just after the last prompt has ended ends the program', async () => {
    const { killed, signals } = watched();
    await interruptible(() => Promise.resolve('yes'), signals);
    process.emit('SIGINT', 'SIGINT');
    expect(killed).toEqual([]);
    await moment();
    expect(killed).toEqual(['SIGINT']);
  });

  test('nobody listens for signals once no prompt has been shown for a moment', async () => {
    const { signals } = watched();
    const before = process.listenerCount('SIGINT');
    await interruptible(() => Promise.resolve('yes'), signals);
    expect(process.listenerCount('SIGINT')).toBe(before + 1);
    await moment();
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
