import { sgdLaws } from '../../properties/9902-sgd/index.ts';
import type { AnyLaw } from '../../src/law/law.ts';
import { lawPart, type Shape } from '../theorem/law-reading.ts';
import type { Part } from '../theorem/theorem.ts';

/** The law of this id. */
export function lawOf(id: string): AnyLaw {
  const found = sgdLaws.find((law) => law.id === id);
  if (found === undefined) throw new RangeError(`There is no law "${id}" of article 9902.`);
  return found;
}

/** The claim of a law itself, with the texts of src/ in it, read over symbols on short instances. */
export const lawTexts = (
  id: string,
  shapes: readonly Shape[],
  use?: unknown,
  claim?: AnyLaw['claim'],
): readonly Part[] => {
  const law = lawOf(id);
  return shapes.map((shape) =>
    lawPart(law, { ...shape, name: `the law itself, ${shape.name}` }, use ?? law.reference, claim ?? law.claim),
  );
};
