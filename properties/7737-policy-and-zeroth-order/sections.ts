/** The sections of article 7737, in its order. */
export const SECTIONS = {
  problem: 'The problem, formally · B-(1)',
  rearrangement: 'Policy gradient: the rearrangement inequality · B-(2)…(3)',
  sampling: 'Policy gradient: estimation by sampling · B-(4)…(5)',
  baseline: 'Policy gradient: reducing the variance · B-(6)…(10)',
  zerothOrder: 'Zeroth-order optimization: its gradient · B-(11)…(12)',
  zerothOrderBaseline: 'Zeroth-order optimization: baselines · B-(13)…(15)',
  partition: 'The connection: partition and indicator · B-(16)…(22)',
  finale: 'The connection: the approximate integral · B-(23)',
  comments: 'The comments on policy and zeroth-order gradients',
  beyond: 'Beyond the article on policy and zeroth-order gradients',
} as const;
