import { isSalesTeam } from '../sales-process/roles.js';
import { answersYes, capsAtPartly, defineQuestion, holding, settles } from './contract.js';

/** Article, question 7: let sales own its forecast, as a mark of respect for professional skill. */
export const forecast = defineQuestion({
  id: 'forecast',
  number: 7,
  weight: 8,
  salesSpeaks: true,
  assess({ forecast: stated }, { salesTeam, claim }) {
    if (!stated) return holding(!claim.isRaised && settles('not-applicable', 'no-forecast', [], {}));
    const setBy = stated.set_by;
    const others = setBy.filter((role) => !isSalesTeam(role, salesTeam));
    if (others.length === setBy.length) {
      return [settles('no', 'forecast-set-by-others', ['forecast', 'set_by'], { setBy })];
    }
    const overriddenBy = (stated.overridden_by ?? []).filter((role) => !isSalesTeam(role, salesTeam));
    return holding(
      answersYes('forecast-set-by-sales', ['forecast', 'set_by'], { setBy }),
      others.length > 0 && capsAtPartly('forecast-shared', ['forecast', 'set_by'], { others }),
      overriddenBy.length > 0 && capsAtPartly('forecast-overridden', ['forecast', 'overridden_by'], { overriddenBy }),
    );
  },
});
