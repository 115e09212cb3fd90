import { addCadence, parseCadence } from '../time/cadence.js';
import { capsAtPartly, defineQuestion, holding, settles } from './contract.js';

/** Feedback may be late by half a cadence before it counts as overdue. */
const CADENCES_ALLOWED = 1.5;

/** Article, question 5: the loop keeps everyone involved and willing, and starts continuous improvement. */
export const feedback = defineQuestion({
  id: 'feedback',
  number: 5,
  weight: 12,
  salesSpeaks: true,
  assess({ feedback: stated }, { asOf }) {
    if (!stated) return [capsAtPartly('no-feedback', [], {})];
    const { every, last } = stated;
    const cadence = parseCadence(every);
    if (last === undefined) {
      return holding(cadence.kind === 'period' && settles('no', 'feedback-never-given', ['feedback'], { every }));
    }
    const dueBy = addCadence(last, cadence, CADENCES_ALLOWED);
    return holding(
      last > asOf && capsAtPartly('feedback-ahead', ['feedback', 'last'], { last, asOf }),
      dueBy !== undefined &&
        dueBy < asOf &&
        capsAtPartly('feedback-overdue', ['feedback', 'last'], { every, last, dueBy }),
    );
  },
});
