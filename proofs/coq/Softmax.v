(** The softmax policy itself: its derivative along every line of logits, and with it B-(4), for all K and τ. *)

From Coq Require Import Reals.Ranalysis1 Reals.Ranalysis3 Reals.Rtrigo_def Reals.Exp_prop Reals.PartSum Reals.Rprod.
From GradientLaws Require Export PolicyGradient.

(** exp(z_y/τ) / Σ_j exp(z_j/τ). *)
Definition softmax (K : nat) (tau : R) (z : nat -> R) (y : nat) : R :=
  exp (z y / tau) / sum K (fun j => exp (z j / tau)).

(** z + t v. *)
Definition logits_along (z v : nat -> R) (t : R) : nat -> R := fun j => z j + t * v j.

Lemma sum_exp_positive K tau z : (1 <= K)%nat -> 0 < sum K (fun j => exp (z j / tau)).
Proof.
  intros HK. apply Rlt_le_trans with (exp (z O / tau)); [ apply exp_pos | ].
  apply (sum_nonneg_term K (fun j => exp (z j / tau)) 0); [ intros; apply Rlt_le, exp_pos | lia ].
Qed.

(** The first two terms of the series. *)
Lemma exp_above_tangent x : 0 <= x -> 1 + x <= exp x.
Proof.
  intros Hx. set (term := fun n => / INR (fact n) * x ^ n).
  assert (Two : sum_f_R0 term 1 = 1 + x) by (unfold term; simpl; field). rewrite <- Two.
  apply sum_incr.
  - unfold exp. destruct (exist_exp x) as [l Hl]. exact Hl.
  - intros n. apply Rmult_le_pos; [ apply Rlt_le, Rinv_0_lt_compat, INR_fact_lt_0 | now apply pow_le ].
Qed.

(** The library's lemma of this name rests on one more axiom. *)
Lemma exp_increasing a b : a < b -> exp a < exp b.
Proof.
  intros H. replace b with (a + (b - a)) by ring. rewrite exp_plus.
  pose proof (exp_above_tangent (b - a) ltac:(lra)). pose proof (exp_pos a). nra.
Qed.

(** The probabilities are positive and sum to 1. *)
Theorem B2_softmax_probabilities K tau z :
  (1 <= K)%nat -> (forall y, 0 < softmax K tau z y) /\ sum K (softmax K tau z) = 1.
Proof.
  intros HK. pose proof (sum_exp_positive K tau z HK) as P. split.
  - intros y. apply Rdiv_lt_0_compat; [ apply exp_pos | exact P ].
  - unfold softmax, Rdiv at 1. rewrite sum_scale_right. field. lra.
Qed.

(** B-(1): softmax at any τ > 0 puts the labels in the order of their logits, so that both have the same argmax.
    Laws: pg.argmax-inv. *)
Theorem B1_argmax_invariant K tau z i j :
  (1 <= K)%nat -> 0 < tau -> (softmax K tau z i <= softmax K tau z j <-> z i <= z j).
Proof.
  intros HK Ht. pose proof (sum_exp_positive K tau z HK) as P.
  assert (Q : 0 < / sum K (fun j => exp (z j / tau))) by now apply Rinv_0_lt_compat.
  assert (It : 0 < / tau) by now apply Rinv_0_lt_compat.
  assert (Up : forall a b, a <= b -> exp (a / tau) <= exp (b / tau)).
  { intros a b [H | ->]; [ apply Rlt_le, exp_increasing; unfold Rdiv; nra | lra ]. }
  unfold softmax. split; intros H.
  - apply Rnot_lt_le. intros C. apply Rmult_le_reg_r in H; [ | exact Q ].
    assert (exp (z j / tau) < exp (z i / tau)) by (apply exp_increasing; unfold Rdiv; nra). lra.
  - apply Rmult_le_compat_r; [ lra | now apply Up ].
Qed.

Lemma derivable_sum n (f : nat -> R -> R) f' t :
  (forall i, (i < n)%nat -> derivable_pt_lim (f i) t (f' i)) ->
  derivable_pt_lim (fun t => sum n (fun i => f i t)) t (sum n f').
Proof.
  induction n as [| n IH]; intros H; simpl; [ apply derivable_pt_lim_const | ].
  apply (derivable_pt_lim_plus (fun t => sum n (fun i => f i t)) (f n)); auto with arith.
Qed.

Lemma derivable_exp_along tau z v y :
  derivable_pt_lim (fun t => exp (logits_along z v t y / tau)) 0 (v y / tau * exp (z y / tau)).
Proof.
  rewrite Rmult_comm. unfold logits_along.
  replace (exp (z y / tau)) with (exp ((z y + 0 * v y) / tau)) by (f_equal; unfold Rdiv; ring).
  apply (derivable_pt_lim_comp (fun t => (z y + t * v y) / tau) exp); [ | apply derivable_pt_lim_exp ].
  intros eps He. exists (mkposreal 1 Rlt_0_1). intros h Hh _.
  replace (((z y + (0 + h) * v y) / tau - (z y + 0 * v y) / tau) / h - v y / tau) with 0
    by (unfold Rdiv; generalize (/ tau); intros; field; exact Hh).
  now rewrite Rabs_R0.
Qed.

(** The derivative of p_y along any direction v of the logits is p_y (v_y − E v)/τ: p_y times the score.
    Laws: pg.logtrick. *)
Theorem B5_softmax_derivative K tau z v y :
  (1 <= K)%nat -> tau <> 0 ->
  derivable_pt_lim (fun t => softmax K tau (logits_along z v t) y) 0
    (softmax K tau z y * (v y - mean K (softmax K tau z) v) / tau).
Proof.
  intros HK Ht. pose proof (sum_exp_positive K tau z HK) as P.
  pose proof (derivable_exp_along tau z v y) as Dn.
  pose proof (derivable_sum K (fun j t => exp (logits_along z v t j / tau)) (fun j => v j / tau * exp (z j / tau)) 0
    (fun j _ => derivable_exp_along tau z v j)) as Dd.
  assert (Z : forall j, logits_along z v 0 j = z j) by (intros; unfold logits_along; ring).
  assert (Zs : sum K (fun j => exp (logits_along z v 0 j / tau)) = sum K (fun j => exp (z j / tau)))
    by (apply sum_equal; intros; now rewrite Z).
  assert (E : mean K (softmax K tau z) v = sum K (fun j => v j / tau * exp (z j / tau)) * tau
    / sum K (fun j => exp (z j / tau))).
  { symmetry. unfold Rdiv at 1. rewrite <- !sum_scale_right. apply sum_equal. intros. unfold softmax. field. lra. }
  pose proof (derivable_pt_lim_div _ _ 0 _ _ Dn Dd) as D. cbv beta in D. rewrite Zs, Z in D.
  specialize (D (Rgt_not_eq _ _ P)). unfold div_fct in D.
  replace (softmax K tau z y * (v y - mean K (softmax K tau z) v) / tau)
    with ((v y / tau * exp (z y / tau) * sum K (fun j => exp (z j / tau))
           - sum K (fun j => v j / tau * exp (z j / tau)) * exp (z y / tau)) / Rsqr (sum K (fun j => exp (z j / tau)))).
  - exact D.
  - rewrite E. unfold softmax, Rsqr. field. lra.
Qed.

(** B-(4) for softmax logits: the derivative of Σ_y p_y r_y along any direction v is Σ_k v_k p_k (r_k − r̄)/τ, so that
    the gradient of the objective B-(2) is p∘(r − r̄)/τ. Laws: pg.grad, pg.smooth. *)
Theorem B4_softmax_gradient K tau z r v :
  (1 <= K)%nat -> tau <> 0 ->
  let p := softmax K tau z in
  derivable_pt_lim (fun t => mean K (softmax K tau (logits_along z v t)) r) 0
    (sum K (fun k => v k * (p k * (r k - mean K p r) / tau))).
Proof.
  intros HK Ht p.
  assert (E : sum K (fun k => v k * (p k * (r k - mean K p r) / tau))
    = sum K (fun y => p y * (v y - mean K p v) / tau * r y)).
  { assert (Swap : forall a b, sum K (fun k => a k * (p k * (b k - mean K p b) / tau))
      = (mean K p (fun k => a k * b k) - mean K p a * mean K p b) / tau).
    { intros a b. generalize (mean K p b). intros m. unfold mean, Rdiv.
      rewrite <- sum_scale_right, <- sum_minus, <- sum_scale_right. apply sum_equal. intros. ring. }
    rewrite Swap, (sum_equal K _ (fun y => r y * (p y * (v y - mean K p v) / tau))) by (intros; field; exact Ht).
    rewrite Swap, (mean_equal K p (fun k => r k * v k) (fun k => v k * r k)) by (intros; ring). field. exact Ht. }
  rewrite E. unfold mean at 1. apply (derivable_sum K (fun y t => softmax K tau (logits_along z v t) y * r y)).
  intros y _.
  pose proof (B5_softmax_derivative K tau z v y HK Ht) as Dp.
  pose proof (derivable_pt_lim_mult _ _ 0 _ _ Dp (derivable_pt_lim_const (r y) 0)) as D.
  unfold mult_fct, fct_cte in D. rewrite Rmult_0_r, Rplus_0_r in D. exact D.
Qed.
