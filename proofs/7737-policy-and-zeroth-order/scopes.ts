/** Policies that are read: what is linear in the scores holds for d parameters when it holds for one. */
export const MODELS = 'tables of logits and models of one parameter' as const;
/** Certificates that name the classes by the order of their rewards. */
export const BY_REWARD = 'classes numbered by their rewards' as const;

/** In more dimensions than two the point is the origin, as any is in the right coordinates. */
export const AT_0 = 'at 0 beyond d = 2' as const;
const FINITE = 'in signs and skewed directions; in three-point ones d <= 3';
const WIDE = 'd <= 4, for quadratics, and cubics up to d = 3,';

/** What is read of the shapes that are wide, after cubics of one and two variables. */
export const CUBICS = `${WIDE} ${FINITE}; in normal ones cubics up to d = 2; ${AT_0}` as const;
export const CUBICS_NORMAL_2 = `${WIDE} ${FINITE}, in normal ones d <= 2; ${AT_0}` as const;
export const SYMMETRIC_CUBICS =
  `${WIDE} in random signs; in three-point directions d <= 3, in normal ones d <= 2; ${AT_0}` as const;

/** Second moments are long: cubics of one variable, quadratics of up to three, linear functions of four. */
export const MOMENTS =
  `d <= 4, for linear functions, quadratics up to d = 3 and cubics of one variable, ${FINITE}, in normal ones d <= 2; at 0 beyond d = 2, in normal ones beyond d = 1` as const;
