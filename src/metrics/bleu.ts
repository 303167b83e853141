import type { Scalars } from '../scalar/algebra.ts';

/** A translation as words, and the reference translations it is held against. */
export interface Translation {
  readonly candidate: readonly string[];
  readonly references: readonly (readonly string[])[];
}

/** The longest phrases counted: 4 as usual, or 2 or 1 on small corpora. Powers of two, so that roots are square roots. */
export type Order = 1 | 2 | 4;

/**
 * Corpus BLEU: BP · (p₁ ⋯ p_N)^{1/N}, with the clipped precisions p_n of phrases of n words pooled over the corpus, and
 * the brevity penalty BP = exp(1 − r/c) where the candidates are shorter (c words) than the closest references (r words).
 * 0 when some p_n is 0; no smoothing. Source: Papineni, Roukos, Ward and Zhu, ACL 2002.
 *
 * @throws RangeError for an empty corpus, a translation without words or references, or a candidate corpus that has no
 * phrase of N words; and for another order than 1, 2 and 4.
 */
export function bleu<S>(F: Scalars<S>, corpus: readonly Translation[], order: Order = 4): S {
  const { div, exp, mul, of, sqrt, sub } = F;
  requireCorpus(corpus);
  if (![1, 2, 4].includes(order)) throw new RangeError(`order is ${order}; give 1, 2 or 4.`);
  const precisions = Array.from({ length: order }, (_, i) => precision(corpus, i + 1));
  const [, longest] = precisions.at(-1)!;
  if (longest === 0)
    throw new RangeError(`No candidate has ${order} words; give a smaller order or longer candidates.`);
  if (precisions.some(([matched]) => matched === 0)) return F.zero;

  const product = precisions.map(([matched, all]) => div(of(matched), of(all))).reduce((p, q) => mul(p, q));
  let mean = product;
  for (let n: number = order; n > 1; n /= 2) mean = sqrt(mean);
  const [c, r] = lengths(corpus);
  return c >= r ? mean : mul(exp(sub(F.one, div(of(r), of(c)))), mean);
}

/** How many phrases of n words of the candidates occur in a reference, each at most as often as there; and how many there are. */
function precision(corpus: readonly Translation[], n: number): readonly [matched: number, all: number] {
  let [matched, all] = [0, 0];
  for (const { candidate, references } of corpus) {
    const known = references.map((reference) => phraseCounts(reference, n));
    for (const [phrase, count] of phraseCounts(candidate, n)) {
      matched += Math.min(count, Math.max(...known.map((counts) => counts.get(phrase) ?? 0)));
      all += count;
    }
  }
  return [matched, all];
}

function phraseCounts(words: readonly string[], n: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= words.length; i++) {
    const phrase = JSON.stringify(words.slice(i, i + n));
    counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return counts;
}

/** Words of the candidates, and of the references nearest to them in length, the shorter of two equally near. */
function lengths(corpus: readonly Translation[]): readonly [c: number, r: number] {
  let [c, r] = [0, 0];
  for (const { candidate, references } of corpus) {
    c += candidate.length;
    r += references
      .map(({ length }) => length)
      .reduce((best, length) => {
        const closer = Math.abs(length - candidate.length) - Math.abs(best - candidate.length);
        return closer < 0 || (closer === 0 && length < best) ? length : best;
      });
  }
  return [c, r];
}

function requireCorpus(corpus: readonly Translation[]): void {
  if (corpus.length === 0) throw new RangeError('corpus is empty; give at least one translation.');
  corpus.forEach(({ candidate, references }, t) => {
    if (candidate.length === 0) throw new RangeError(`corpus[${t}].candidate is empty; give its words.`);
    if (references.length === 0) throw new RangeError(`corpus[${t}].references is empty; give at least one.`);
  });
}
