import { render } from '@inquirer/testing';
import { describe, expect, test } from 'vitest';
import { LONGEST_LINE, linePrompt } from '../../src/interview/inquirer-prompter.js';
import { english } from '../../src/wording/en/index.js';

const config = {
  words: english.interview,
  message: 'Why?',
};

/** The screen is drawn when no more keys come. */
const drawn = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('a line of text', () => {
  test('a line is what was typed, with corrections', async () => {
    const { answer, events, getScreen } = await render(linePrompt, config);
    events.type('Nobody reads itt');
    await drawn();
    expect(getScreen()).toContain('Why? Nobody reads itt');
    events.keypress('backspace');
    await drawn();
    events.keypress('enter');
    await expect(answer).resolves.toBe('Nobody reads it');
    expect(getScreen()).toContain('Why? Nobody reads it');
  });

  test('a line that is not accepted is asked for again and can be corrected', async () => {
    const check = (text: string) => text.length > 2 || 'too short';
    const { answer, events, getScreen } = await render(linePrompt, { ...config, check });
    events.type('ab');
    events.keypress('enter');
    await drawn();
    expect(getScreen()).toContain('too short');
    events.type('c');
    await drawn();
    expect(getScreen()).not.toContain('too short');
    events.keypress('enter');
    await expect(answer).resolves.toBe('abc');
  });

  test('pasted lines become one line, whether or not the last one is complete', async () => {
    const { answer, events, getScreen } = await render(linePrompt, config);
    for (const line of ['one', 'two']) {
      events.type(line);
      events.keypress('enter');
    }
    events.type('three');
    await drawn();
    expect(getScreen()).toContain('Why? one two three');
    events.keypress('backspace');
    await drawn();
    events.keypress('enter');
    await expect(answer).resolves.toBe('one two thre');
  });

  test('a line that is too long is cut, the prompt says so, and only another Enter accepts it', async () => {
    const { answer, events, getScreen } = await render(linePrompt, config);
    events.type('x'.repeat(LONGEST_LINE + 1000));
    events.keypress('enter');
    await drawn();
    expect(getScreen()).toContain(`Only the first ${LONGEST_LINE} characters`);
    events.keypress('backspace');
    await drawn();
    events.keypress('enter');
    await expect(answer).resolves.toBe('x'.repeat(LONGEST_LINE - 1));
  });

  test('text pasted into the middle of a line ends up there, in order', async () => {
    const { answer, events } = await render(linePrompt, config);
    events.type('ad');
    events.keypress('left');
    await drawn();
    events.type('123');
    await drawn();
    events.type('4');
    await drawn();
    events.keypress('enter');
    await expect(answer).resolves.toBe('a1234d');
  });

  test.each(['\u2028', '\u2029'])('a line keeps the text before and after the line separator %j', async (end) => {
    const { answer, events } = await render(linePrompt, config);
    events.type(`one${end}two`);
    await drawn();
    events.type(`${end}three`);
    await drawn();
    events.keypress('enter');
    await expect(answer).resolves.toBe('one two three');
  });

  test('a line is cut between two characters, and nothing typed after the cut is added', async () => {
    const { answer, events } = await render(linePrompt, config);
    events.type(`a${'\u{1F600}'.repeat(LONGEST_LINE)} and the end`);
    events.keypress('enter');
    await drawn();
    events.keypress('enter');
    await expect(answer).resolves.toBe(`a${'\u{1F600}'.repeat(LONGEST_LINE / 2 - 1)}`);
  });
});
