import { rational } from '../../src/scalar/rational.ts';
import { symbol } from '../kernel/polynomial.ts';
import {
  add,
  constant,
  div,
  fromPolynomial,
  mul,
  neg,
  type RationalFunction,
  sub,
} from '../kernel/rational-function.ts';

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const SYMBOL = new RegExp(String.raw`${NAME}|⟨${NAME},${NAME}⟩|√\d+`, 'uy');
const VECTOR = new RegExp(NAME, 'uy');
const INTEGER = /\d+/y;
const LARGEST_EXPONENT = 100;
const MOST_PARENTHESES = 100;

/** Reads a text from its beginning. What cannot be read is a RangeError that says where. */
export class Reading {
  readonly text: string;
  #at = 0;
  #open = 0;

  constructor(text: string) {
    this.text = text;
  }

  get ended(): boolean {
    return this.#at === this.text.length;
  }

  fail(wanted: string): never {
    const rest = this.text.slice(this.#at, this.#at + 20);
    const text = this.text.length > 200 ? `${this.text.slice(0, 200)}…` : this.text;
    throw new RangeError(`"${text}" cannot be read at ${rest === '' ? 'its end' : `"${rest}"`}; give ${wanted}.`);
  }

  next(token: string): boolean {
    return this.text.startsWith(token, this.#at);
  }

  accept(token: string): boolean {
    if (!this.next(token)) return false;
    this.#at += token.length;
    return true;
  }

  expect(token: string): void {
    if (!this.accept(token)) this.fail(`"${token}"`);
  }

  /** What a sticky pattern matches here. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  /** What stands before a token, which is read too. */
  upTo(token: string): string {
    const end = this.text.indexOf(token, this.#at);
    if (end < 0) this.fail(`"${token}"`);
    const found = this.text.slice(this.#at, end);
    this.#at = end + token.length;
    return found;
  }

  vectorName(): string {
    return this.match(VECTOR) ?? this.fail('the name of a vector');
  }

  /** An expression in parentheses, the first of which has been read: `2*x^2 - y)` or `(x) / (y + 1))`. */
  closed(): RationalFunction {
    if (++this.#open > MOST_PARENTHESES) this.fail(`at most ${MOST_PARENTHESES} parentheses within each other`);
    const value = this.#sum();
    this.expect(')');
    this.#open--;
    return value;
  }

  #integer(): bigint {
    return BigInt(this.match(INTEGER) ?? this.fail('a whole number'));
  }

  #atom(): RationalFunction {
    if (this.accept('(')) return this.closed();
    const digits = this.match(INTEGER);
    if (digits !== undefined) return constant(rational(BigInt(digits)));
    return fromPolynomial(symbol(this.match(SYMBOL) ?? this.fail('a number or a symbol')));
  }

  #power(): RationalFunction {
    const base = this.#atom();
    if (!this.accept('^')) return base;
    const exponent = this.#integer();
    if (exponent > LARGEST_EXPONENT) this.fail(`an exponent of at most ${LARGEST_EXPONENT} before it`);
    return Array.from({ length: Number(exponent) }, () => base).reduce(mul, constant(rational(1n)));
  }

  #product(): RationalFunction {
    let value = this.#power();
    for (;;) {
      if (this.accept('*')) value = mul(value, this.#power());
      else if (this.accept(' / ') || this.accept('/')) value = div(value, this.#power());
      else return value;
    }
  }

  #sum(): RationalFunction {
    let value = this.accept('-') ? neg(this.#product()) : this.#product();
    for (;;) {
      if (this.accept(' + ')) value = add(value, this.#product());
      else if (this.accept(' - ')) value = sub(value, this.#product());
      else return value;
    }
  }
}
