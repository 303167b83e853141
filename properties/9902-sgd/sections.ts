/** The sections of article 9902, in its order. */
export const SECTIONS = {
  setup: 'Problem setup · A-(1)…(3)',
  first: 'First look at the result · A-(4)',
  examples: 'Two examples · A-(5)…(8)',
  proof: 'The proof · A-(9)…(15)',
  projection: 'Projection · A-(16)…(24)',
  assumptions: 'The assumptions reviewed, and the comments',
  beyond: 'Beyond the article',
} as const;
