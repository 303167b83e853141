(** Where the zeroth-order gradient of the hard objective is 0 or ascends, and what the temperature does to it, B-(17),
    (22) and (23), for all K, any data sets, and directions with finitely many values. *)

From Coq Require Import Reals.Rtrigo_def Reals.Exp_prop.
From GradientLaws Require Export Regions.

Lemma sum_abs n f g : (forall i, (i < n)%nat -> Rabs (f i) <= g i) -> Rabs (sum n f) <= sum n g.
Proof.
  induction n as [| n IH]; intros H; simpl; [ rewrite Rabs_R0; lra | ].
  pose proof (Rabs_triang (sum n f) (f n)). pose proof (H n ltac:(lia)).
  assert (Rabs (sum n f) <= sum n g) by (apply IH; intros; apply H; lia). lra.
Qed.

(** Where each example has one winner at all θ + εu the gradient is exactly 0, if E u = 0.
    Laws: zoR.locally-constant. *)
Theorem B17_locally_constant d M w u T K f r theta eps i :
  centered d M w u -> (i < d)%nat -> eps <> 0 ->
  (forall t, (t < T)%nat -> exists y, forall k, (k < M)%nat -> argmax (K t) (f t (moved theta (u k) eps)) = y) ->
  hard_gradient M w u (hard_objective T K f r) theta eps i = 0.
Proof.
  intros C Hi He H. rewrite (proj2 (B17_fubini d M w u T K f r theta eps i C Hi He)).
  rewrite (sum_equal T _ (fun _ => 0)); [ rewrite sum_zero; unfold Rdiv; ring | ].
  intros t Ht. destruct (H t Ht) as [y Hy]. unfold hard_gradient.
  rewrite (mean_equal M w _ (fun k => r t y / eps * u k i)) by (intros k Hk; now rewrite Hy).
  rewrite mean_scale, (C i Hi). ring.
Qed.

(** ** Two classes *)

Lemma mean_kept M w x c :
  (forall k, (k < M)%nat -> 0 <= w k) -> mean M w x = 0 ->
  0 <= mean M w (fun k => if Rlt_dec (c + x k) 0 then 0 else x k).
Proof.
  intros Pw Z. destruct (Rlt_dec 0 c) as [P | P].
  - replace (mean M w _) with (mean M w (fun k => (if Rlt_dec (c + x k) 0 then 0 else x k) - x k))
      by (rewrite mean_minus, Z; ring).
    apply mean_nonneg; [ exact Pw | ]. intros k _. destruct (Rlt_dec _ _); lra.
  - apply mean_nonneg; [ exact Pw | ]. intros k _. destruct (Rlt_dec _ _); lra.
Qed.

Lemma dot_moved d x theta u eps : dot d x (moved theta u eps) = dot d x theta + eps * dot d x u.
Proof. unfold moved. by_coordinates d. Qed.

Lemma argmax_two z : argmax 2 z = if Rlt_dec (z 0%nat) (z 1%nat) then 1%nat else 0%nat.
Proof. simpl. now destruct (Rlt_dec (z 0%nat) (z 0%nat)). Qed.

(** With two classes, one example and logits linear in θ it never points away from the policy gradient, which is along
    (r_1 − r_2) times the difference of the features, if E u = 0. Laws: zoR.two-classes-agree. *)
Theorem B23_two_classes d M w u z phi r theta eps :
  centered d M w u -> (forall k, (k < M)%nat -> 0 <= w k) -> 0 < eps ->
  let logits := fun theta y => z y + dot d (phi y) theta in
  0 <= (r 0%nat - r 1%nat) * dot d (hard_gradient M w u (fun theta => r (argmax 2 (logits theta))) theta eps)
    (minus (phi 0%nat) (phi 1%nat)).
Proof.
  intros C Pw He logits. set (a := minus (phi 0%nat) (phi 1%nat)).
  set (c := logits theta 0%nat - logits theta 1%nat). set (x := fun k => eps * dot d a (u k)).
  assert (X : mean M w x = 0).
  { unfold x. rewrite mean_scale. unfold dot. rewrite mean_of_sum, (sum_equal d _ (fun _ => 0)).
    - rewrite sum_zero. ring.
    - intros i Hi. rewrite mean_scale, (C i Hi). ring. }
  assert (W : forall k, argmax 2 (logits (moved theta (u k) eps)) = if Rlt_dec (c + x k) 0 then 1%nat else 0%nat).
  { intros k. assert (E : c + x k = logits (moved theta (u k) eps) 0%nat - logits (moved theta (u k) eps) 1%nat).
    { unfold c, x, logits, a. rewrite !dot_moved, dot_minus_left. ring. }
    rewrite E, argmax_two. destruct (Rlt_dec (_ - _) _), (Rlt_dec _ _); (reflexivity || (exfalso; lra)). }
  assert (G : dot d (hard_gradient M w u (fun theta => r (argmax 2 (logits theta))) theta eps) a
    = (r 0%nat - r 1%nat) / (eps * eps) * mean M w (fun k => if Rlt_dec (c + x k) 0 then 0 else x k)).
  { unfold dot at 1, hard_gradient.
    rewrite (sum_equal d _ (fun i => mean M w (fun k =>
      a i * (r (argmax 2 (logits (moved theta (u k) eps))) / eps * u k i)))) by (intros; rewrite mean_scale; ring).
    rewrite <- mean_of_sum.
    rewrite (mean_equal M w _ (fun k => r 1%nat / (eps * eps) * x k
      + (r 0%nat - r 1%nat) / (eps * eps) * (if Rlt_dec (c + x k) 0 then 0 else x k))).
    - rewrite mean_plus, !mean_scale, X. ring.
    - intros k _. rewrite W. transitivity (r (if Rlt_dec (c + x k) 0 then 1%nat else 0%nat) / eps * dot d a (u k)).
      + unfold dot. rewrite <- sum_scale. apply sum_equal. intros. ring.
      + unfold x. destruct (Rlt_dec _ _); field; lra. }
  rewrite G. pose proof (mean_kept M w x c Pw X) as P.
  assert (0 < eps * eps) by nra.
  match goal with |- 0 <= ?g * (?g / ?e * ?m) => replace (g * (g / e * m)) with (g * g * (m * / e)) by (field; lra) end.
  apply Rmult_le_pos; [ apply Rle_0_sqr | ].
  apply Rmult_le_pos; [ exact P | now apply Rlt_le, Rinv_0_lt_compat ].
Qed.

(** ** The temperature *)

Lemma wins_softmax ties K n tau z y :
  (1 <= K)%nat -> 0 < tau -> wins ties n (softmax K tau z) y = wins ties n z y.
Proof.
  intros HK Ht. assert (O : forall i j, softmax K tau z i < softmax K tau z j <-> z i < z j).
  { intros i j. pose proof (B1_argmax_invariant K tau z j i HK Ht) as O. split; intros H; apply Rnot_le_lt; intros L;
      apply O in L; lra. }
  induction n as [| n IH]; simpl; [ reflexivity | ]. rewrite IH. f_equal. destruct (Nat.eq_dec n y); [ reflexivity | ].
  unfold beats. pose proof (O n y). pose proof (O y n).
  destruct (Rlt_dec (softmax K tau z n) _), (Rlt_dec (z n) _); try tauto.
  destruct (Rlt_dec (softmax K tau z y) _), (Rlt_dec (z y) _); tauto.
Qed.

(** The left side of B-(23) has no temperature: at every τ > 0 the probabilities win where the logits do.
    Laws: zoR.temperature-free. *)
Theorem B23_temperature_free ties M w u T K tau f r theta eps i :
  0 < tau -> (forall t, (t < T)%nat -> (1 <= K t)%nat) ->
  by_indicators ties M w u T K (fun t theta => softmax (K t) tau (f t theta)) r theta eps i
  = by_indicators ties M w u T K f r theta eps i.
Proof.
  intros Ht HK. unfold by_indicators, by_shares. f_equal. apply sum_equal. intros t Hi. apply mean_equal. intros k _.
  apply sum_equal. intros y _. unfold indicator. now rewrite wins_softmax by auto.
Qed.

(** What the best class has more than the mean of all. *)
Lemma softened_reward K tau z r low high gap :
  (1 <= K)%nat -> 0 < tau -> (forall y, (y < K)%nat -> low <= r y <= high) ->
  (forall y, (y < K)%nat -> y <> argmax K z -> z y <= z (argmax K z) - gap) ->
  Rabs (r (argmax K z) - sum K (fun y => softmax K tau z y * r y)) <= (high - low) * ((INR K - 1) * exp (- gap / tau)).
Proof.
  intros HK Ht Hr Hz. set (b := argmax K z) in *. destruct (argmax_first K z HK) as (Hb & _). fold b in Hb.
  destruct (B2_softmax_probabilities K tau z HK) as [P One]. pose proof (sum_exp_positive K tau z HK) as Total.
  replace (r b - sum K (fun y => softmax K tau z y * r y))
    with (sum K (fun y => softmax K tau z y * (r b - r y)))
    by (rewrite (sum_equal K _ (fun y => softmax K tau z y * r b - softmax K tau z y * r y)) by (intros; ring);
        rewrite sum_minus, sum_scale_right, One; ring).
  replace ((high - low) * ((INR K - 1) * exp (- gap / tau)))
    with (sum K (fun y => (high - low) * exp (- gap / tau) - kronecker b y * ((high - low) * exp (- gap / tau))))
    by (rewrite sum_minus, sum_const, sum_kronecker by exact Hb; ring).
  apply sum_abs. intros y Hy. unfold kronecker. destruct (Nat.eq_dec b y) as [<- | N].
  - replace (softmax K tau z b * (r b - r b)) with 0 by ring. rewrite Rabs_R0. lra.
  - rewrite Rabs_mult, (Rabs_right (softmax K tau z y)) by (apply Rle_ge, Rlt_le, P).
    assert (R1 : Rabs (r b - r y) <= high - low)
      by (pose proof (Hr b Hb); pose proof (Hr y Hy); apply Rabs_le; lra).
    assert (R2 : softmax K tau z y <= exp (- gap / tau)).
    { unfold softmax. apply Rmult_le_reg_r with (sum K (fun j => exp (z j / tau))); [ exact Total | ].
      replace (exp (z y / tau) / sum K (fun j => exp (z j / tau)) * sum K (fun j => exp (z j / tau)))
        with (exp (z y / tau)) by (field; lra).
      apply Rle_trans with (exp (- gap / tau) * exp (z b / tau)).
      - rewrite <- exp_plus. assert (L : z y / tau <= - gap / tau + z b / tau).
        { unfold Rdiv. rewrite <- Rmult_plus_distr_r. apply Rmult_le_compat_r; [ now apply Rlt_le, Rinv_0_lt_compat | ].
          specialize (Hz y Hy ltac:(congruence)). lra. }
        destruct L as [L | ->]; [ now apply Rlt_le, exp_increasing | lra ].
      - apply Rmult_le_compat_l; [ apply Rlt_le, exp_pos | ].
        apply (sum_nonneg_term K (fun j => exp (z j / tau))); [ intros; apply Rlt_le, exp_pos | exact Hb ]. }
    pose proof (Rabs_pos (r b - r y)). specialize (P y). pose proof (exp_pos (- gap / tau)). nra.
Qed.

(** The weights are not negative, ties are settled where the directions lead, rewards are in a range, and there no logit
    is nearer to the largest one than by the gap of the direction. *)
Definition softening (ties : tie_rule) (M : nat) (w : nat -> R) (u : nat -> vector) (K : nat)
    (f : vector -> nat -> R) (r : nat -> R) (low high : R) (gap : nat -> R) (theta : vector) (eps : R) : Prop :=
  (1 <= K)%nat /\ 0 < eps /\ (forall y, (y < K)%nat -> low <= r y <= high) /\
  forall k, (k < M)%nat -> 0 <= w k /\
    let z := f (moved theta (u k) eps) in
    ties_settled ties K z /\ forall y, (y < K)%nat -> y <> argmax K z -> z y <= z (argmax K z) - gap k.

(** B-(22): putting probabilities for indicators changes the gradient by an amount that vanishes like exp(−gap/τ).
    Laws: zoR.soften. *)
Theorem B22_soften ties M w u K f r low high gap theta eps tau i :
  softening ties M w u K f r low high gap theta eps -> 0 < tau ->
  Rabs (by_shares K (fun theta => indicator ties K (f theta)) M w u r theta eps i
    - by_shares K (fun theta => softmax K tau (f theta)) M w u r theta eps i)
  <= (high - low) / eps * mean M w (fun k => Rabs (u k i) * ((INR K - 1) * exp (- gap k / tau))).
Proof.
  intros (HK & He & Hr & H) Ht. unfold by_shares. rewrite <- mean_minus, <- mean_scale. apply sum_abs. intros k Hk.
  destruct (H k Hk) as (Pw & S & Hz). set (z := f (moved theta (u k) eps)) in *.
  rewrite Rabs_mult, (Rabs_right (w k)) by now apply Rle_ge. apply Rmult_le_compat_l; [ exact Pw | ].
  assert (E : forall q, sum K (fun y => q y * (r y / eps * u k i)) = sum K (fun y => q y * r y) * (u k i / eps)).
  { intros q. rewrite <- sum_scale_right. apply sum_equal. intros. field. lra. }
  rewrite !E, (proj2 (B19_indicator ties K z r HK S)), <- Rmult_minus_distr_r, Rabs_mult.
  pose proof (softened_reward K tau z r low high (gap k) HK Ht Hr Hz) as B.
  assert (A : Rabs (u k i / eps) = Rabs (u k i) * / eps)
    by (unfold Rdiv; rewrite Rabs_mult, (Rabs_right (/ eps)) by (now apply Rle_ge, Rlt_le, Rinv_0_lt_compat); ring).
  rewrite A.
  replace ((high - low) / eps * (Rabs (u k i) * ((INR K - 1) * exp (- gap k / tau))))
    with ((high - low) * ((INR K - 1) * exp (- gap k / tau)) * (Rabs (u k i) * / eps)) by (field; lra).
  apply Rmult_le_compat_r; [ | exact B ].
  apply Rmult_le_pos; [ apply Rabs_pos | now apply Rlt_le, Rinv_0_lt_compat ].
Qed.

Lemma exp_below x : 0 < x -> exp (- x) <= / x.
Proof.
  intros Hx. apply Rmult_le_reg_r with (exp x); [ apply exp_pos | ]. rewrite Rmult_comm, exp_opposite.
  apply Rmult_le_reg_l with x; [ exact Hx | ]. replace (x * (/ x * exp x)) with (exp x) by (field; lra).
  pose proof (exp_tangent x). lra.
Qed.

(** B-(21) and (22): where no direction leads to a tie, the softened gradient tends to the hard one as τ → 0.
    Laws: zoR.soften. *)
Theorem B22_soften_limit ties M w u K f r low high gap theta eps i :
  softening ties M w u K f r low high gap theta eps -> (forall k, (k < M)%nat -> 0 < gap k) ->
  forall tolerance, 0 < tolerance -> exists delta, 0 < delta /\ forall tau, 0 < tau < delta ->
    Rabs (by_shares K (fun theta => indicator ties K (f theta)) M w u r theta eps i
      - by_shares K (fun theta => softmax K tau (f theta)) M w u r theta eps i) < tolerance.
Proof.
  intros S G. pose proof S as (HK & He & Hr & H).
  set (C := (high - low) / eps * mean M w (fun k => Rabs (u k i) * ((INR K - 1) * / gap k))).
  assert (Range : 0 <= (high - low) / eps).
  { specialize (Hr 0%nat ltac:(lia)). unfold Rdiv. apply Rmult_le_pos; [ lra | now apply Rlt_le, Rinv_0_lt_compat ]. }
  assert (Others : 0 <= INR K - 1) by (pose proof (le_INR 1 K HK) as L; simpl in L; lra).
  assert (Bound : forall tau, 0 < tau -> (high - low) / eps
    * mean M w (fun k => Rabs (u k i) * ((INR K - 1) * exp (- gap k / tau))) <= tau * C).
  { intros tau Ht. unfold C. rewrite <- Rmult_assoc, (Rmult_comm tau), Rmult_assoc, <- (mean_scale M w tau).
    apply Rmult_le_compat_l; [ exact Range | ]. apply sum_le. intros k Hk. destruct (H k Hk) as (Pw & _).
    apply Rmult_le_compat_l; [ exact Pw | ].
    replace (tau * (Rabs (u k i) * ((INR K - 1) * / gap k)))
      with (Rabs (u k i) * ((INR K - 1) * (tau * / gap k))) by ring.
    apply Rmult_le_compat_l; [ apply Rabs_pos | ]. apply Rmult_le_compat_l; [ exact Others | ].
    specialize (G k Hk). replace (- gap k / tau) with (- (gap k / tau)) by (unfold Rdiv; ring).
    replace (tau * / gap k) with (/ (gap k / tau)) by (field; lra). apply exp_below. now apply Rdiv_lt_0_compat. }
  assert (Pos : 0 <= C).
  { apply Rmult_le_pos; [ exact Range | ]. apply mean_nonneg; [ intros k Hk; now apply H | ]. intros k Hk.
    apply Rmult_le_pos; [ apply Rabs_pos | ].
    apply Rmult_le_pos; [ exact Others | now apply Rlt_le, Rinv_0_lt_compat, G ]. }
  intros tolerance Pt. exists (tolerance / (C + 1)). split; [ apply Rdiv_lt_0_compat; lra | ]. intros tau [Ht Hd].
  apply Rle_lt_trans with (1 := B22_soften ties M w u K f r low high gap theta eps tau i S Ht).
  apply Rle_lt_trans with (1 := Bound tau Ht).
  apply (Rmult_lt_compat_r (C + 1)) in Hd; [ | lra ].
  replace (tolerance / (C + 1) * (C + 1)) with tolerance in Hd by (field; lra). nra.
Qed.
