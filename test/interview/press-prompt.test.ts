import { render } from '@inquirer/testing';
import { describe, expect, test } from 'vitest';
import { pressPrompt } from '../../src/interview/inquirer-prompter.js';
import { ANSWER_KEYS } from '../../src/interview/prompter.js';
import { english } from '../../src/wording/en/index.js';

const config = {
  words: english.interview,
  message: 'Value: Does it add value?',
  lines: ['Yes means: it helps.'],
  keys: Object.values(ANSWER_KEYS),
};

describe('a question', () => {
  test('a question shows its text, what counts as yes, and every key', async () => {
    const { getScreen, events } = await render(pressPrompt, config);
    for (const text of [
      'Value: Does it add value?',
      'Yes means: it helps.',
      'y  yes',
      'p  partly',
      'n  no',
      "d  don't know",
      'a  not applicable',
      's  skip',
      'b  back',
      'q  stop',
    ]) {
      expect(getScreen()).toContain(text);
    }
    events.keypress('q');
  });

  test.each(Object.entries(ANSWER_KEYS))('the key %s answers %s at once', async (key, pressed) => {
    const { answer, events, getScreen } = await render(pressPrompt, config);
    events.type(key);
    await expect(answer).resolves.toBe(pressed);
    expect(getScreen().split('\n')).toHaveLength(1);
  });

  test('a question can be answered with the arrow keys and Enter', async () => {
    const { answer, events, getScreen } = await render(pressPrompt, config);
    events.keypress('down');
    events.keypress('down');
    expect(getScreen()).toContain('> p  partly');
    events.keypress('up');
    events.keypress('enter');
    await expect(answer).resolves.toBe('yes');
  });

  // Not Ctrl-D: it ends the input.
  test.each([
    ...['n', 'p', 'a', 'y', 's', 'b', 'q'].map((name) => ({ name, ctrl: true })),
    ...['y', 'd', 'b'].map((name) => ({ name, meta: true })),
  ])('the key %j does not answer a question', async (event) => {
    const { answer, events, getScreen } = await render(pressPrompt, config);
    events.keypress(event as never);
    expect(getScreen()).toContain('Press one of the keys');
    events.keypress('s');
    await expect(answer).resolves.toBe('skip');
  });

  test('a key that means nothing answers nothing, and the prompt lists the keys that do', async () => {
    const { answer, events, getScreen } = await render(pressPrompt, { ...config, keys: ['yes', 'no'] });
    events.type('b');
    expect(getScreen()).toContain('Press one of the keys y or n.');
    events.keypress('enter');
    expect(getScreen()).toContain('Press one of the keys');
    events.type('Y');
    await expect(answer).resolves.toBe('yes');
  });
});
