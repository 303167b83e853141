/** Policies that are read: what is linear in the scores holds for d parameters when it holds for one. */
export const MODELS = 'tables of logits and models of one parameter' as const;
/** Certificates that name the classes by the order of their rewards. */
export const BY_REWARD = 'classes numbered by their rewards' as const;
/** Where the class that wins is the first one. */
export const FROM_WINNER = 'classes numbered from the winner' as const;

/** In more dimensions than two the point is the origin, as any is in the right coordinates. */
export const AT_0 = 'at 0 beyond d = 2' as const;

export const CUBICS = `d <= 4, for cubics in signs, skewed, three-point and normal directions; ${AT_0}` as const;
export const SYMMETRIC_CUBICS =
  `d <= 4, for cubics in random signs, three-point and normal directions; ${AT_0}` as const;

/** Second moments, which are quadratic in the polynomial, are long. */
export const MOMENTS = `${CUBICS}, two monomials at a time for d = 4` as const;
