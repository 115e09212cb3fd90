import { isId, KINDS, type Kind } from '../sales-process/vocabulary.js';
import { MOST } from '../schema/fields.js';
import { saysSomething } from '../schema/says-something.js';
import { CADENCE_PATTERN, cadenceMeant } from '../time/cadence.js';
import { isDay } from '../time/day.js';
import type { InterviewWords } from '../wording/words/interview.js';
import { mustSaySomething, type Prompter } from './prompter.js';
import type { SkeletonDemand, SkeletonFacts } from './skeleton.js';

/** What separates two numbers: "30 45", "30-45", "30, 45". */
const NUMBER_GAP = /[\s,–-]+/;

/** Asks for the facts of a new process. Everything but the name and the id may be left empty. */
export async function askFacts(
  presetId: string | undefined,
  isFree: (id: string) => boolean,
  prompter: Prompter,
  interview: InterviewWords,
): Promise<{ id: string; facts: SkeletonFacts }> {
  const { newProcess: words, saysNothing } = interview;
  const line = async (message: string, check?: (text: string) => true | string, preset?: string) => {
    const checkAll = (text: string) => {
      const substance = mustSaySomething(text, interview);
      return substance === true && check ? check(text) : substance;
    };
    const text = await prompter.line({ message, check: checkAll, ...(preset && { default: preset }) });
    return text.trim() === '' ? undefined : text.trim();
  };
  const checkRoles = (text: string) => rolesFrom(text)?.every(saysSomething) !== false || saysNothing;
  const roles = async (message: string) => rolesFrom(await line(message, checkRoles));

  const name = (await line(words.name, (text) => text.trim() !== '' || words.needed))!;
  const id = slug((await line(words.id, (text) => checkId(slug(text), isFree, words), slug(presetId ?? name)))!);
  const kind = (await prompter.choose({
    message: words.kind,
    choices: KINDS.map((one) => ({ name: one, value: one })),
  })) as Kind;
  const owner = await line(words.owner);
  const demands: SkeletonDemand[] = [];
  for (let what = await line(words.demand); what !== undefined; what = await line(words.demand)) {
    demands.push({ what, usedBy: await roles(words.usedBy), usedFor: await line(words.usedFor) });
  }
  const beneficiaries = await roles(words.beneficiaries);
  const purpose = await line(words.purpose);
  const crm = await line(words.crm);
  const minutes = (await line(words.minutes, (text) => checkMinutes(text, words)))?.split(NUMBER_GAP).map(Number);
  const every = plainCadence(await line(words.every, (text) => checkCadence(text, words)));
  const people = await line(words.people, (text) => text.trim() === '' || isCount(Number(text)) || words.badNumber);
  const feedbackEvery = plainCadence(await line(words.feedback, (text) => checkCadence(text, words)));
  const last =
    feedbackEvery &&
    (await line(words.lastFeedback, (text) => text.trim() === '' || isDay(text.trim()) || words.badDay));
  return {
    id,
    facts: {
      name,
      kind,
      owner,
      purpose,
      crm,
      beneficiaries,
      demands,
      effort: { minutes, every, people: people === undefined ? undefined : Number(people) },
      feedback: feedbackEvery ? { every: feedbackEvery, last } : undefined,
    },
  };
}

function rolesFrom(text: string | undefined): string[] | undefined {
  const roles = text
    ?.split(',')
    .map((role) => role.trim())
    .filter(Boolean);
  return roles && roles.length > 0 ? roles : undefined;
}

function slug(name: string): string {
  const id = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return isId(id) ? id : 'new-process';
}

type NewProcessWords = InterviewWords['newProcess'];

function checkId(text: string, isFree: (id: string) => boolean, words: NewProcessWords): true | string {
  if (!isId(text.trim())) return words.badId;
  return isFree(text.trim()) || words.taken;
}

function checkMinutes(text: string, words: NewProcessWords): true | string {
  if (text.trim() === '') return true;
  const numbers = text.trim().split(NUMBER_GAP).map(Number);
  const isRange = numbers.length === 1 || (numbers.length === 2 && numbers[0]! <= numbers[1]!);
  return (isRange && numbers.every(isCount)) || words.badMinutes;
}

function isCount(number: number): boolean {
  return number > 0 && number <= MOST;
}

/** People write "weekly"; the file format has "week". */
function plainCadence(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (cadenceMeant(text) ?? text);
}

function checkCadence(text: string, words: NewProcessWords): true | string {
  return text.trim() === '' || CADENCE_PATTERN.test(plainCadence(text.trim())!) || words.badCadence;
}
