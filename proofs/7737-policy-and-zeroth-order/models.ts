import { type Exact, ratio } from '../../src/scalar/exact.ts';
import type { Model } from '../theorem/model.ts';
import { upTo } from './shapes.ts';

/** name_1, …, name_count. */
export const names = (name: string, count: number): readonly string[] => upTo(1, count).map((i) => `${name}_${i}`);

/** A model for each row of values of the names. */
export const rows = (columns: readonly string[], values: readonly (readonly Exact[])[]): readonly Model[] =>
  values.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]!])));

/** Every way to give the names values from a list. */
export const grid = (columns: readonly string[], values: readonly Exact[]): readonly Model[] =>
  rows(columns, tuples(values, columns.length));

/** All lists of `length` values. */
const tuples = (values: readonly Exact[], length: number): readonly (readonly Exact[])[] =>
  length === 0 ? [[]] : tuples(values, length - 1).flatMap((tuple) => values.map((value) => [...tuple, value]));

/** Each model with each of some others. */
export const beside = (models: readonly Model[], others: readonly Model[]): readonly Model[] =>
  models.flatMap((model) => others.map((other) => ({ ...model, ...other })));

/** The orders of `count` numbers, ties among them, by numbers from 1 on. */
export const weakOrders = (name: string, count: number): readonly Model[] =>
  grid(names(name, count), upTo(1, count)).filter((model) => {
    const used = new Set(Object.values(model));
    return upTo(1, used.size).every((rank) => used.has(rank));
  });

/** Some probabilities of two or three classes in each order. */
export const anyProbabilities = (K: number): readonly Model[] =>
  weakOrders('p', K).map((order) => {
    const ranks = Object.values(order).map(Number);
    const total = ranks.reduce((a, b) => a + b);
    return Object.fromEntries(ranks.slice(1).map((_, y) => [`p_${y + 1}`, ratio(ranks[y]!, total)]));
  });
