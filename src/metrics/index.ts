export { accuracy } from './accuracy.ts';
export { bleu, type Order, type Translation } from './bleu.ts';
export { type Counts, countsOf, f1 } from './f1.ts';
