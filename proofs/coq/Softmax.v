(** The softmax policy itself: its derivative along every line of logits, and with it B-(4), for all K and τ. *)

From Coq Require Import Logic.FunctionalExtensionality Reals.Ranalysis1 Reals.Ranalysis3 Reals.Rtrigo_def Reals.Exp_prop.
From GradientLaws Require Export PolicyGradient Logarithm.

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

(** The argmax: the index of the largest number, the first one of several. *)
Definition first_largest (K : nat) (f : nat -> R) (y : nat) : Prop :=
  (y < K)%nat /\ (forall k, (k < K)%nat -> f k <= f y) /\ (forall k, (k < y)%nat -> f k < f y).

(** B-(1): the predicted label is that of the largest logit, the first among ties, whatever the temperature τ > 0 and the
    constant c that is added to all logits. Laws: pg.argmax-inv. *)
Theorem B1_argmax K tau z c y :
  0 < tau -> (first_largest K (softmax K tau (fun k => z k + c)) y <-> first_largest K z y).
Proof.
  intros Ht. unfold first_largest.
  assert (Order : (1 <= K)%nat -> forall i j,
    softmax K tau (fun k => z k + c) i <= softmax K tau (fun k => z k + c) j <-> z i <= z j).
  { intros HK i j. rewrite (B1_argmax_invariant K tau (fun k => z k + c) i j HK Ht). split; intros; lra. }
  split; intros (Hy & Most & First); specialize (Order ltac:(lia)); (split; [ exact Hy | split ]); intros k Hk.
  - now apply Order, Most.
  - apply Rnot_le_lt. intros C. apply Order in C. specialize (First k Hk). lra.
  - now apply Order, Most.
  - apply Rnot_le_lt. intros C. apply Order in C. specialize (First k Hk). lra.
Qed.

Lemma derivable_sum n (f : nat -> R -> R) f' t :
  (forall i, (i < n)%nat -> derivable_pt_lim (f i) t (f' i)) ->
  derivable_pt_lim (fun t => sum n (fun i => f i t)) t (sum n f').
Proof.
  induction n as [| n IH]; intros H; simpl; [ apply derivable_pt_lim_const | ].
  apply (derivable_pt_lim_plus (fun t => sum n (fun i => f i t)) (f n)); auto with arith.
Qed.

Lemma derivable_equal (f g : R -> R) t l :
  (forall x, f x = g x) -> derivable_pt_lim f t l -> derivable_pt_lim g t l.
Proof.
  intros E D eps He. destruct (D eps He) as [delta H]. exists delta. intros h Hh Hd. rewrite <- !E. now apply H.
Qed.

Lemma derivable_scaled (f : R -> R) a t l :
  derivable_pt_lim f t l -> derivable_pt_lim (fun t => f t * a) t (l * a).
Proof.
  intros D. rewrite Rmult_comm. apply (derivable_equal (mult_real_fct a f)); [ intros; apply Rmult_comm | ].
  now apply derivable_pt_lim_scal.
Qed.

Lemma derivable_exp_path tau (f : R -> R) df :
  derivable_pt_lim f 0 df -> derivable_pt_lim (fun t => exp (f t / tau)) 0 (df / tau * exp (f 0 / tau)).
Proof.
  intros D. rewrite Rmult_comm. apply (derivable_pt_lim_comp (fun t => f t / tau) exp); [ | apply derivable_pt_lim_exp ].
  now apply derivable_scaled.
Qed.

(** The derivative of p_y along any differentiable path z(t) of the logits is p_y (z′_y − E z′)/τ: p_y times the score.
    Laws: pg.logtrick. *)
Theorem B5_softmax_derivative K tau (z : R -> nat -> R) dz y :
  (y < K)%nat -> tau <> 0 -> (forall j, (j < K)%nat -> derivable_pt_lim (fun t => z t j) 0 (dz j)) ->
  let p := softmax K tau (z 0) in
  derivable_pt_lim (fun t => softmax K tau (z t) y) 0 (p y * (dz y - mean K p dz) / tau).
Proof.
  intros Hy Ht Path p. pose proof (sum_exp_positive K tau (z 0) ltac:(lia)) as P.
  pose proof (derivable_exp_path tau (fun t => z t y) (dz y) (Path y Hy)) as Dn.
  pose proof (derivable_sum K (fun j t => exp (z t j / tau)) (fun j => dz j / tau * exp (z 0 j / tau)) 0
    (fun j Hj => derivable_exp_path tau (fun t => z t j) (dz j) (Path j Hj))) as Dd.
  assert (E : mean K p dz = sum K (fun j => dz j / tau * exp (z 0 j / tau)) * tau
    / sum K (fun j => exp (z 0 j / tau))).
  { symmetry. unfold Rdiv at 1. rewrite <- !sum_scale_right. apply sum_equal. intros. unfold p, softmax. field. lra. }
  pose proof (derivable_pt_lim_div _ _ 0 _ _ Dn Dd (Rgt_not_eq _ _ P)) as D. cbv beta in D. unfold div_fct in D.
  replace (p y * (dz y - mean K p dz) / tau)
    with ((dz y / tau * exp (z 0 y / tau) * sum K (fun j => exp (z 0 j / tau))
           - sum K (fun j => dz j / tau * exp (z 0 j / tau)) * exp (z 0 y / tau))
          / Rsqr (sum K (fun j => exp (z 0 j / tau)))).
  - exact D.
  - rewrite E. unfold p, softmax, Rsqr. field. lra.
Qed.

(** The derivative of Σ_y p_y r_y along any differentiable path of the logits. *)
Lemma softmax_mean_derivative K tau (z : R -> nat -> R) dz r :
  tau <> 0 -> (forall j, (j < K)%nat -> derivable_pt_lim (fun t => z t j) 0 (dz j)) ->
  let p := softmax K tau (z 0) in
  derivable_pt_lim (fun t => mean K (softmax K tau (z t)) r) 0
    (mean K p (fun y => r y * ((dz y - mean K p dz) / tau))).
Proof.
  intros Ht Path p. unfold mean at 1. unfold mean at 1.
  apply (derivable_sum K (fun y t => softmax K tau (z t) y * r y) (fun y => p y * (r y * ((dz y - mean K p dz) / tau)))).
  intros y Hy. replace (p y * (r y * ((dz y - mean K p dz) / tau))) with (p y * (dz y - mean K p dz) / tau * r y)
    by (field; exact Ht).
  apply (derivable_scaled (fun t => softmax K tau (z t) y)). now apply B5_softmax_derivative.
Qed.

Lemma derivable_logits_along z v t j : derivable_pt_lim (fun t => logits_along z v t j) t (v j).
Proof.
  unfold logits_along. intros eps He. exists (mkposreal 1 Rlt_0_1). intros h Hh _.
  replace ((z j + (t + h) * v j - (z j + t * v j)) / h - v j) with 0 by (field; exact Hh). now rewrite Rabs_R0.
Qed.

(** B-(4) for softmax logits: the derivative of Σ_y p_y r_y along any direction v is Σ_k v_k p_k (r_k − r̄)/τ, so that
    the gradient of the objective B-(2) is p∘(r − r̄)/τ. Laws: pg.grad, pg.smooth. *)
Theorem B4_softmax_gradient K tau z r v :
  tau <> 0 ->
  let p := softmax K tau z in
  derivable_pt_lim (fun t => mean K (softmax K tau (logits_along z v t)) r) 0
    (sum K (fun k => v k * (p k * (r k - mean K p r) / tau))).
Proof.
  intros Ht p.
  assert (Z : softmax K tau (logits_along z v 0) = p).
  { unfold p. f_equal. apply functional_extensionality. intros j. unfold logits_along. ring. }
  pose proof (softmax_mean_derivative K tau (logits_along z v) v r Ht (fun j _ => derivable_logits_along z v 0 j)) as D.
  cbv zeta in D. rewrite Z in D.
  assert (Swap : forall a b, sum K (fun k => a k * (p k * (b k - mean K p b) / tau))
    = (mean K p (fun k => a k * b k) - mean K p a * mean K p b) / tau).
  { intros a b. generalize (mean K p b). intros m. unfold mean, Rdiv.
    rewrite <- sum_scale_right, <- sum_minus, <- sum_scale_right. apply sum_equal. intros. ring. }
  rewrite Swap, (mean_equal K p (fun k => v k * r k) (fun k => r k * v k)), Rmult_comm, <- Swap by (intros; ring).
  unfold mean at 1 in D.
  rewrite (sum_equal K _ (fun k => p k * (r k * ((v k - mean K p v) / tau)))) by (intros; field; exact Ht).
  exact D.
Qed.
