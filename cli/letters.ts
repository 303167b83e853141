const GREEK: Readonly<Record<string, string>> = {
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', eta: 'η', theta: 'θ', kappa: 'κ', lambda: 'λ' },
  ...{ mu: 'μ', phi: 'φ', psi: 'ψ', rho: 'ρ', sigma: 'σ', tau: 'τ', omega: 'ω' },
};
const SPELLED = new RegExp(`(?<!\\p{L})(${Object.keys(GREEK).join('|')})(?!\\p{L})`, 'gu');
const SQUARED = /(?<![\p{L}_])([DG])2(?![\p{L}\d_])([⁰¹²³⁴⁵⁶⁷⁸⁹]?)/gu;
const ROOT = /\(√(\d+)\)(?=[⁰¹²³⁴⁵⁶⁷⁸⁹])|√(\d+)/gu;
const INDEX = /(?<=\p{L})_(\d+)(?![\d_])/gu;

const lowered = (digits: string): string => [...digits].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');

/**
 * A text about the symbols of a proof in the letters of the articles: `eta_2` as η₂, `D2` as D², and the first root of a
 * path, `√1`, as root₁.
 */
export const inLetters = (text: string): string =>
  text
    .replaceAll(SPELLED, (name) => GREEK[name]!)
    .replaceAll(SQUARED, (_, name: string, power: string) => (power === '' ? `${name}²` : `(${name}²)${power}`))
    .replaceAll(ROOT, (_, inParentheses: string | undefined, bare: string) => `root${lowered(inParentheses ?? bare)}`)
    .replaceAll(INDEX, (_, digits: string) => lowered(digits))
    .replaceAll('<=', '≤')
    .replaceAll('>=', '≥');
