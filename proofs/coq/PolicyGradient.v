(** The policy gradient, B-(2) to B-(10), for any number K of labels and any number of parameters. *)

From GradientLaws Require Export Vectors.

(** Σ_y p_y f_y, the mean over labels drawn from p. *)
Definition mean (K : nat) (p f : nat -> R) : R := sum K (fun y => p y * f y).

Lemma mean_equal K p f g : (forall y, (y < K)%nat -> f y = g y) -> mean K p f = mean K p g.
Proof. intros H. apply sum_equal. intros y Hy. now rewrite H. Qed.

Lemma mean_scale K p a f : mean K p (fun y => a * f y) = a * mean K p f.
Proof. unfold mean. linear_in_sums K. Qed.

Lemma mean_plus K p f g : mean K p (fun y => f y + g y) = mean K p f + mean K p g.
Proof. unfold mean. linear_in_sums K. Qed.

Lemma mean_minus K p f g : mean K p (fun y => f y - g y) = mean K p f - mean K p g.
Proof. unfold mean. linear_in_sums K. Qed.

Lemma mean_const K p c : sum K p = 1 -> mean K p (fun _ => c) = c.
Proof. intros H. unfold mean. rewrite sum_scale_right, H. ring. Qed.

Lemma mean_nonneg K p f :
  (forall y, (y < K)%nat -> 0 <= p y) -> (forall y, (y < K)%nat -> 0 <= f y) -> 0 <= mean K p f.
Proof. intros Hp Hf. apply sum_nonneg. intros y Hy. apply Rmult_le_pos; auto. Qed.

(** ** The score *)

(** The score s_y = ∇ log p_y of a softmax of the logits at temperature τ: (e_y − p)/τ. *)
Definition softmax_score (p : nat -> R) (tau : R) (y k : nat) : R := (kronecker y k - p k) / tau.

(** B-(7) for softmax logits: Σ_y p_y s_y = 0, coordinate by coordinate. Laws: pg.score0. *)
Theorem B7_softmax_score K p tau k :
  sum K p = 1 -> (k < K)%nat -> mean K p (fun y => softmax_score p tau y k) = 0.
Proof.
  intros Hp Hk. unfold softmax_score, Rdiv.
  rewrite (mean_equal K p _ (fun y => / tau * (kronecker k y - p k))).
  - rewrite mean_scale, mean_minus, mean_const by exact Hp.
    unfold mean. rewrite (sum_equal K _ (fun y => kronecker k y * p y)) by (intros; ring).
    rewrite sum_kronecker by exact Hk. ring.
  - intros y _. rewrite (kronecker_sym k y). ring.
Qed.

(** B-(5) and B-(7) for any model: if probabilities p_y change by dp_y, and Σ p_y stays 1, so that Σ dp_y = 0, then
    with the scores dp_y/p_y the mean of the score is Σ dp_y = 0, and the mean of r times the score is Σ r_y dp_y.
    Laws: pg.logtrick, pg.score0. *)
Theorem B5_log_trick K p dp r :
  (forall y, (y < K)%nat -> p y <> 0) -> sum K dp = 0 ->
  mean K p (fun y => r y * (dp y / p y)) = sum K (fun y => dp y * r y) /\
  mean K p (fun y => dp y / p y) = 0.
Proof.
  intros Hp Hd. split; [ | rewrite <- Hd ]; apply sum_equal; intros y Hy; field; auto.
Qed.

(** B-(4) for softmax logits: the mean of r_y s_y is p∘(r − r̄)/τ, which is (diag p − pp^T) r/τ. Laws: pg.grad. *)
Theorem B4_logits K p r tau k :
  sum K p = 1 -> tau <> 0 -> (k < K)%nat ->
  mean K p (fun y => r y * softmax_score p tau y k) = p k * (r k - mean K p r) / tau /\
  mean K p (fun y => r y * softmax_score p tau y k)
    = sum K (fun y => (kronecker k y * p k - p k * p y) * r y) / tau.
Proof.
  intros Hp Ht Hk.
  assert (D : sum K (fun y => kronecker k y * (p y * r y)) = p k * r k) by now apply sum_kronecker.
  assert (E : mean K p (fun y => r y * softmax_score p tau y k) = p k * (r k - mean K p r) / tau).
  { replace (p k * (r k - mean K p r) / tau) with ((p k * r k - p k * mean K p r) / tau) by (field; exact Ht).
    rewrite <- D. unfold mean, softmax_score.
    rewrite (sum_equal K (fun y => p y * (r y * ((kronecker y k - p k) / tau)))
      (fun y => (kronecker k y * (p y * r y) - p k * (p y * r y)) * / tau))
      by (intros y _; rewrite (kronecker_sym k y); field; exact Ht).
    rewrite sum_scale_right, sum_minus, sum_scale. reflexivity. }
  split; [ exact E | ]. rewrite E. unfold mean.
  rewrite (sum_equal K (fun y => (kronecker k y * p k - p k * p y) * r y)
    (fun y => p k * (kronecker k y * r y) - p k * (p y * r y))) by (intros; ring).
  rewrite sum_minus, !sum_scale, sum_kronecker by exact Hk. field. exact Ht.
Qed.

(** ** The baseline *)

(** B-(6) and B-(7): a baseline b that does not depend on y leaves the mean as it is, for any scores of mean 0.
    Laws: pg.baseline, pg.bmean. *)
Theorem B6_baseline K p r s b :
  mean K p s = 0 -> mean K p (fun y => (r y - b) * s y) = mean K p (fun y => r y * s y).
Proof.
  intros Hs. rewrite (mean_equal K p _ (fun y => r y * s y - b * s y)) by (intros; ring).
  rewrite mean_minus, mean_scale, Hs. ring.
Qed.

(** Adding c to every reward adds c to the objective B-(2), and nothing to its gradient. Laws: pg.shift. *)
Theorem B2_shift K p r s c :
  sum K p = 1 -> mean K p s = 0 ->
  mean K p (fun y => r y + c) = mean K p r + c /\
  mean K p (fun y => (r y + c) * s y) = mean K p (fun y => r y * s y).
Proof.
  intros Hp Hs. split; [ rewrite mean_plus, mean_const; auto | ].
  rewrite <- (B6_baseline K p r s (- c) Hs). apply mean_equal. intros. ring.
Qed.

(** Before B-(8): the total variance of an estimator g is E‖g‖² − ‖E g‖², coordinates m of any number.
    Laws: pg.var-m2. *)
Theorem B8_variance K m p g :
  sum K p = 1 ->
  let center := fun i => mean K p (fun y => g y i) in
  mean K p (fun y => squared_norm m (minus (g y) center))
  = mean K p (fun y => squared_norm m (g y)) - squared_norm m center.
Proof.
  intros Hp center.
  assert (Cross : mean K p (fun y => dot m (g y) center) = squared_norm m center).
  { unfold mean, dot. rewrite (sum_equal K _ (fun y => sum m (fun i => p y * g y i * center i)))
      by (intros; rewrite <- sum_scale; apply sum_equal; intros; ring).
    rewrite sum_exchange. apply sum_equal. intros i _. rewrite sum_scale_right. reflexivity. }
  rewrite (mean_equal K p _ (fun y => squared_norm m (g y) - 2 * dot m (g y) center + squared_norm m center))
    by (intros; by_coordinates m).
  rewrite mean_plus, mean_minus, mean_scale, Cross, mean_const by exact Hp. ring.
Qed.

(** B-(8): V(b) = E[(r − b)² q] with q_y = ‖s_y‖². *)
Definition second_moment (K : nat) (p r q : nat -> R) (b : R) : R := mean K p (fun y => (r y - b) * (r y - b) * q y).

(** B-(9): b⋆ = E[r q]/E[q]. *)
Definition optimal_baseline (K : nat) (p r q : nat -> R) : R := mean K p (fun y => r y * q y) / mean K p q.

(** What B-(8) is the second moment of: ‖(r_y − b) s_y‖² = (r_y − b)² ‖s_y‖². *)
Lemma B8_estimator K m p r s b :
  mean K p (fun y => squared_norm m (scale (r y - b) (s y)))
  = second_moment K p r (fun y => squared_norm m (s y)) b.
Proof. apply mean_equal. intros y _. apply squared_norm_scale. Qed.

(** B-(9), the excess: V(b) = V(b⋆) + (b − b⋆)² E‖s‖². Laws: pg.bopt. *)
Theorem B9_excess K p r q b :
  mean K p q <> 0 ->
  second_moment K p r q b
  = second_moment K p r q (optimal_baseline K p r q)
    + (b - optimal_baseline K p r q) * (b - optimal_baseline K p r q) * mean K p q.
Proof.
  intros Hq.
  assert (E : forall b, second_moment K p r q b
    = mean K p (fun y => r y * r y * q y) - 2 * b * mean K p (fun y => r y * q y) + b * b * mean K p q)
    by (intros; unfold second_moment, mean; linear_in_sums K).
  rewrite !E. unfold optimal_baseline. field. exact Hq.
Qed.

(** B-(9): b⋆ is the one baseline of least second moment, if E‖s‖² > 0. Laws: pg.bopt. *)
Theorem B9_optimal K p r q b :
  0 < mean K p q ->
  second_moment K p r q (optimal_baseline K p r q) <= second_moment K p r q b /\
  (second_moment K p r q b = second_moment K p r q (optimal_baseline K p r q) <-> b = optimal_baseline K p r q).
Proof.
  intros Hq. rewrite (B9_excess K p r q b) by lra. set (t := b - optimal_baseline K p r q).
  assert (0 <= t * t * mean K p q) by (apply Rmult_le_pos; nra).
  split; [ lra | ]. split; intros H'.
  - assert (Z : t * t * mean K p q = 0) by lra. apply Rmult_integral in Z as [Z | Z]; [ | lra ].
    unfold t in Z. nra.
  - unfold t. rewrite H'. ring.
Qed.

(** b⋆ lies between the least and the greatest reward. Laws: pg.bopt, pg.bopt-weighted. *)
Theorem B9_between K p r q low high :
  (forall y, (y < K)%nat -> 0 <= p y /\ 0 <= q y /\ low <= r y <= high) -> 0 < mean K p q ->
  low <= optimal_baseline K p r q <= high.
Proof.
  intros H Hq.
  assert (B : low * mean K p q <= mean K p (fun y => r y * q y) <= high * mean K p q).
  { unfold mean. rewrite <- !sum_scale. split; apply sum_le; intros y Hy;
      destruct (H y Hy) as (Hp & Hqy & Hr); assert (0 <= p y * q y) by nra; nra. }
  unfold optimal_baseline. split; apply Rmult_le_reg_r with (mean K p q); auto; field_simplify; lra.
Qed.

(** b⋆ is the mean of the rewards with the weights p_y ‖s_y‖²/E‖s‖², which sum to 1. Laws: pg.bopt-weighted. *)
Theorem B9_weighted_mean K p r q :
  mean K p q <> 0 ->
  let weight := fun y => p y * q y / mean K p q in
  sum K (fun y => weight y * r y) = optimal_baseline K p r q /\ sum K weight = 1.
Proof.
  intros Hq weight. unfold weight. split.
  - unfold optimal_baseline, Rdiv, mean at 2. rewrite <- sum_scale_right. apply sum_equal. intros. ring.
  - unfold Rdiv. rewrite sum_scale_right. fold (mean K p q). field. exact Hq.
Qed.

(** b⋆ − E r = Cov(r, ‖s‖²)/E‖s‖². Laws: pg.bopt-weighted. *)
Theorem B9_covariance K p r q :
  sum K p = 1 -> mean K p q <> 0 ->
  optimal_baseline K p r q - mean K p r
  = mean K p (fun y => (r y - mean K p r) * (q y - mean K p q)) / mean K p q.
Proof.
  intros Hp Hq.
  assert (E : mean K p (fun y => (r y - mean K p r) * (q y - mean K p q))
    = mean K p (fun y => r y * q y) - mean K p r * mean K p q).
  { generalize (eq_refl (mean K p r)). generalize (mean K p r) at 1 3 4. intros a Ea.
    generalize (eq_refl (mean K p q)). generalize (mean K p q) at 1 3 4. intros c Ec.
    rewrite (mean_equal K p _ (fun y => r y * q y - (c * r y + a * q y) + a * c)) by (intros; ring).
    rewrite mean_plus, mean_minus, mean_plus, !mean_scale, mean_const, <- Ea, <- Ec by exact Hp. ring. }
  rewrite E. unfold optimal_baseline. field. exact Hq.
Qed.

(** B-(10): less their mean, the rewards average 0. Laws: pg.bmean. *)
Theorem B10_mean_reward K p r : sum K p = 1 -> mean K p (fun y => r y - mean K p r) = 0.
Proof. intros Hp. rewrite mean_minus, mean_const by exact Hp. ring. Qed.
