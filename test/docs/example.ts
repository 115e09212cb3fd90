import { auditFiles, formats, isUnjustified } from 'sales-process-audit';

const { report, judged } = await auditFiles(['processes'], { asOf: '2026-11-23' });

const worst = judged.filter(({ verdict }) => isUnjustified(verdict)).map(({ salesProcess }) => salesProcess.name);
console.log(`${report.totals.unjustified} of ${report.totals.processes} unjustified: ${worst.join(', ')}`);

// The same text or JSON that the command line writes.
console.log(formats.json(report, { width: 80, colour: 0, isVerbose: false, isQuiet: false, sort: 'hours' }));
