import { expect, test } from 'vitest';
import { inLetters } from '../../cli/letters.ts';

test.each([
  ['eta·g − theta', 'η·g − θ'],
  ['⟨theta, phi − P⟩', '⟨θ, φ − P⟩'],
  ['loss_theta + betas·zeta', 'loss_θ + betas·zeta'],
  ['next_1 − eta_12·g_2', 'next₁ − η₁₂·g₂'],
  ['G_1_2 + p1_1', 'G_1_2 + p1_1'],
  ['D2/(2·eta) + G2³ + D20 + AD2', 'D²/(2·η) + (G²)³ + D20 + AD2'],
  ['√1 + (√2)² + √12', 'root₁ + root₂² + root₁₂'],
  ['K <= 3, x >= 0', 'K ≤ 3, x ≥ 0'],
])('%s is printed as %s', (text, shown) => {
  expect(inLetters(text)).toBe(shown);
});
