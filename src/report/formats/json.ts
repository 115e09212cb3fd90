import { toJson } from '../view/escape.js';
import type { Format } from './format.js';

/** The `Report` as it is; `report.json` in the package's schema folder describes it. Display options change nothing. */
export const json: Format = (report) => toJson(report);
