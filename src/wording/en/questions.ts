import type { Words } from '../words/words.js';
import { inWords } from './grammar.js';

export const questionsInEnglish: Words['questions'] = {
  value: {
    title: 'Value',
    asks: 'Does it really add value for the sales team?',
    why: 'Sales gives a process what it needs only when sales gains by it. A process that adds nothing for those who do it gets late, thin and invented answers.',
    source: 'question 1; points 14 and 15',
    yesMeans: 'It helps the people who do it to sell more, or takes work off them.',
    judged: [
      'The sales team says; an owner alone can bring it to partly.',
      'At most partly when sales is not among the beneficiaries.',
    ],
    fields: ['beneficiaries', 'answers.value'],
    example: 'yes, because "the weekly list of stalled deals got me two customers back this quarter"',
    remedy: {
      partly: 'give more back, or ask for less, until sales would miss it',
      no: 'change what it gives back until sales would miss it',
    },
  },
  creativity: {
    title: 'Creativity',
    asks: 'Does the CRM leave room for creativity?',
    why: 'A CRM that allows one way only stifles the people who were hired because they find ways. "The CRM cannot do that" is then the answer to every better idea.',
    source: 'question 2; points 12 and 24',
    yesMeans: 'A salesperson can sell differently and still record it truthfully.',
    judged: [
      'The sales team says; an owner alone can bring it to partly.',
      'Not applicable when it is not in a CRM and nobody answered.',
      'At most partly when enforced by blocked-save, locked-record or auto-close.',
    ],
    fields: ['crm', 'enforcement', 'answers.creativity'],
    example: 'yes, because "free text is enough, and I can skip a stage when the customer skips it"',
    remedy: {
      partly: 'leave more room: free text, an optional field, a stage that can be skipped',
      no: 'leave a way round it: free text, an optional field, a stage that can be skipped',
    },
  },
  explanation: {
    title: 'Explanation',
    asks: 'Do the people who do it know why, and how it helps them sell?',
    why: 'A process without a context has no meaning. Unexplained forms breed suspicion, and suspicion breeds bad data.',
    source: 'question 3; points 3 and 8',
    yesMeans: 'Those who do it can say who uses the information and how that helps them sell.',
    judged: [
      'The sales team says; an owner alone can bring it to partly.',
      'A salesperson who does not know is a no: not to know why is to have been told nothing.',
      'At most partly when no explanation to sales is on record, or a demand does not say what it is used for.',
    ],
    fields: ['explained', 'demands[].used_for', 'answers.explanation'],
    example: 'yes, because "the service desk uses the go-live date to staff my customer\'s first week"',
    remedy: {
      partly: 'explain what they still do not know: who uses it, and how that helps them sell',
      no: 'explain to those who do it who uses it, and how that helps them sell',
    },
  },
  necessity: {
    title: 'Necessity',
    asks: 'Is it necessary, and who benefits?',
    why: 'Why is this very process there? When nobody can say, it goes now. This is the question that eliminates by itself.',
    source: 'question 4; point 13',
    yesMeans: 'Somebody named would be unable to do their work without it.',
    judged: [
      'Anybody may say; the lower median of all voices counts.',
      'Yes when a valid mandate (law, regulation, contract, audit) demands it.',
      'At most partly without a purpose, without beneficiaries, or when no demand names its user.',
      'It is never not applicable. A no eliminates the process.',
    ],
    fields: ['mandate', 'purpose', 'beneficiaries', 'demands[].used_by', 'answers.necessity'],
    example: 'yes, because "without the signed order form finance cannot invoice"',
    remedy: {
      partly: 'cut it down to what somebody named really needs',
      no: 'show who needs it and for what, or drop it',
    },
  },
  feedback: {
    title: 'Feedback',
    asks: 'Does regular feedback go back to sales?',
    why: 'The loop keeps everyone involved and willing, and starts continuous improvement. Information that only ever goes up dries up.',
    source: 'question 5; points 19 and 21',
    yesMeans: 'Sales regularly hears what came of what it supplied.',
    judged: [
      'The sales team says; an owner alone can bring it to partly.',
      'No when feedback is promised at a cadence and none was ever recorded.',
      'At most partly when none is promised, or the last is older than one and a half cadences.',
    ],
    fields: ['feedback', 'answers.feedback'],
    example: 'yes, because "every month we see which lost-deal reasons changed the price list"',
    remedy: {
      partly: 'send back more, or more regularly: numbers, decisions, thanks',
      no: 'send back regularly what came of it: numbers, decisions, thanks',
    },
  },
  trust: {
    title: 'Trust',
    asks: 'Is it run in openness and trust?',
    why: 'Rule by threat is unprofessional and lowers productivity. A CRM that is used to find fault becomes Big Brother, and people feed it what protects them.',
    source: 'question 6; points 2, 4, 11 and 23',
    yesMeans: 'Nobody is threatened, everything collected is open to those who supply it, and ideas get answers.',
    judged: [
      'The sales team says; an owner alone can bring it to partly.',
      'No when enforced by threat (credit or commission withheld, warning, dismissal); partly at most if sales itself says otherwise.',
      'At most partly when suggestions came in and none was answered.',
    ],
    fields: ['enforcement', 'suggestions', 'answers.trust'],
    example: 'yes, because "I see the same dashboard as my director, and my proposal was taken up in May"',
    remedy: {
      partly: 'ask those who do it what keeps it from being open, and answer them',
      no: 'ask those who do it what they fear in it, take that away, and answer every suggestion',
    },
  },
  forecast: {
    title: 'Forecast',
    asks: 'Does sales own its forecast?',
    why: 'Responsibility for the forecast is a mark of respect for professional skill, and people often set themselves higher targets than they are given.',
    source: 'question 7; points 14, 17 and 18',
    yesMeans: 'The number that counts is the one the salesperson gave.',
    judged: [
      'Not applicable when it does not touch the forecast and nobody answered.',
      'Yes when sales sets the forecast, unless sales says less; no when others set it.',
      'At most partly when others may overrule it.',
    ],
    fields: ['forecast', 'answers.forecast'],
    example: 'yes, because "my commit goes to the board as I gave it, with my manager\'s view beside it"',
    remedy: {
      partly: 'keep other opinions beside the forecast of sales, not in its place',
      no: 'let sales set its own forecast, and keep other opinions beside it',
    },
  },
  strategy: {
    title: 'Strategy',
    asks: 'Does it help to win: does it make sense to do?',
    why: 'Look hard at each internal process and ask whether it makes sense to do this. If you cannot answer yes, get rid of it and start over.',
    source: 'question 8; points 13, 25 and 26',
    yesMeans: 'It makes winning more likely, or sales would start it again if it did not exist.',
    judged: [
      'The sales team says; an owner alone can bring it to partly.',
      'At most partly when everything it asks for is already in another place.',
      'A no eliminates the process.',
    ],
    fields: ['demands[].already_in', 'answers.strategy'],
    example: 'yes, because "writing the account plan made us find the second decision maker in time"',
    remedy: {
      partly: 'narrow it to the cases in which it helps to win',
      no: 'start over: ask what would help to win here, and keep only that',
    },
  },
};

/** "the eight questions". */
export const theQuestions = `the ${inWords(Object.keys(questionsInEnglish).length)} questions`;
