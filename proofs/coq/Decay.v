(** How the zeroth-order gradient of a hard reward fades away from the boundaries, B-(17), for logits that are affine in
    one parameter, normal directions and all K. *)

From Coq Require Import Reals.Rtrigo_def Reals.Exp_prop Reals.Rbasic_fun.
From GradientLaws Require Export OnTheLine.

Lemma by_jumps n R_ t eps phi :
  line_gradient n R_ t eps phi = sum n (fun j => (R_ (S j) - R_ j) * phi (t j)) / eps.
Proof.
  unfold line_gradient. f_equal.
  rewrite (sum_equal (S n) _ (fun j => R_ j * (match j with O => 0 | S i => phi (t i) end)
    - (if Nat.eq_dec j n then 0 else R_ j * phi (t j)))) by (intros; destruct (Nat.eq_dec _ _); ring).
  rewrite sum_minus. replace (sum (S n) (fun j => if Nat.eq_dec j n then 0 else R_ j * phi (t j)))
    with (sum n (fun j => R_ j * phi (t j))).
  - rewrite sum_first, (sum_equal n (fun j => (R_ (S j) - R_ j) * phi (t j))
      (fun j => R_ (S j) * phi (t j) - R_ j * phi (t j))) by (intros; ring).
    rewrite sum_minus. ring.
  - simpl. destruct (Nat.eq_dec n n); [ | contradiction ]. rewrite Rplus_0_r. apply sum_equal. intros j Hj.
    destruct (Nat.eq_dec j n); [ lia | reflexivity ].
Qed.

Lemma jumps_left m (R_ w : nat -> R) low high b :
  (forall j, (j <= m)%nat -> low <= R_ j <= high) -> 0 <= b -> (forall j, (j < m)%nat -> 0 <= w j <= b) ->
  (forall i j, (i <= j < m)%nat -> w i <= w j) ->
  (R_ m - high) * b <= sum m (fun j => (R_ (S j) - R_ j) * w j) <= (R_ m - low) * b.
Proof.
  revert b. induction m as [| m IH]; intros b Hr Hb Hw Up; simpl.
  - specialize (Hr 0%nat (le_n 0)). split; nra.
  - destruct (Hw m ltac:(lia)) as [P L]. destruct (IH (w m)) as [A B].
    + intros j Hj. apply Hr. lia.
    + exact P.
    + intros j Hj. split; [ apply Hw; lia | apply Up; lia ].
    + intros i j Hij. apply Up. lia.
    + specialize (Hr (S m) (le_n (S m))). split; nra.
Qed.

Lemma jumps_right n : forall (R_ w : nat -> R) low high b,
  (forall j, (j <= n)%nat -> low <= R_ j <= high) -> 0 <= b -> (forall j, (j < n)%nat -> 0 <= w j <= b) ->
  (forall i j, (i <= j < n)%nat -> w j <= w i) ->
  (low - R_ O) * b <= sum n (fun j => (R_ (S j) - R_ j) * w j) <= (high - R_ O) * b.
Proof.
  induction n as [| n IH]; intros R_ w low high b Hr Hb Hw Down.
  - simpl. specialize (Hr 0%nat (le_n 0)). split; nra.
  - rewrite sum_first. destruct (Hw 0%nat ltac:(lia)) as [P L].
    destruct (IH (fun j => R_ (S j)) (fun j => w (S j)) low high (w 0%nat)) as [A B].
    + intros j Hj. apply Hr. lia.
    + exact P.
    + intros j Hj. split; [ apply Hw; lia | apply Down; lia ].
    + intros i j Hij. apply Down. lia.
    + specialize (Hr 0%nat ltac:(lia)). cbv beta in *. split; nra.
Qed.

(** Weights that grow up to a place and then fall make no more of the jumps of numbers than their range. *)
Lemma jumps_bounded n m (R_ w : nat -> R) low high b :
  (m <= n)%nat -> (forall j, (j <= n)%nat -> low <= R_ j <= high) -> 0 <= b ->
  (forall j, (j < n)%nat -> 0 <= w j <= b) ->
  (forall i j, (i <= j < m)%nat -> w i <= w j) -> (forall i j, (m <= i <= j)%nat -> (j < n)%nat -> w j <= w i) ->
  Rabs (sum n (fun j => (R_ (S j) - R_ j) * w j)) <= (high - low) * b.
Proof.
  intros Hm Hr Hb Hw Up Down. replace n with (m + (n - m))%nat at 1 by lia. rewrite sum_append.
  destruct (jumps_left m R_ w low high b) as [A B];
    [ intros; apply Hr; lia | exact Hb | intros; apply Hw; lia | exact Up | ].
  destruct (jumps_right (n - m) (fun j => R_ (m + j)%nat) (fun j => w (m + j)%nat) low high b) as [A' B'];
    [ intros; apply Hr; lia | exact Hb | intros; apply Hw; lia | intros; apply Down; lia | ].
  rewrite (sum_equal (n - m) (fun i => (R_ (S (m + i)) - R_ (m + i)%nat) * w (m + i)%nat)
    (fun j => (R_ (m + S j)%nat - R_ (m + j)%nat) * w (m + j)%nat)) by (intros; now rewrite Nat.add_succ_r).
  rewrite Nat.add_0_r in A', B'. apply Rabs_le. split; nra.
Qed.

Lemma sign_changes n (t : nat -> R) :
  (forall j, (S j < n)%nat -> t j < t (S j)) ->
  (forall i j, (i <= j < n)%nat -> t i <= t j) /\
  exists m, (m <= n)%nat /\ (forall j, (j < m)%nat -> t j <= 0) /\ forall j, (m <= j < n)%nat -> 0 < t j.
Proof.
  induction n as [| n IH]; intros H.
  - split; [ intros; lia | exists O; repeat split; intros; lia ].
  - destruct IH as (Up & m & Hm & Left & Right); [ intros; apply H; lia | ].
    assert (Up' : forall i j, (i <= j < S n)%nat -> t i <= t j).
    { intros i j Hij. destruct (Nat.eq_dec i j) as [-> | N]; [ lra | ].
      destruct (Nat.eq_dec j n) as [-> | ]; [ | apply Up; lia ]. destruct n as [| n]; [ lia | ].
      specialize (Up i n ltac:(lia)). specialize (H n ltac:(lia)). lra. }
    split; [ exact Up' | ]. destruct (Nat.eq_dec m n) as [-> | N].
    + destruct (Rlt_le_dec 0 (t n)) as [P | P].
      * exists n. repeat split; [ lia | exact Left | ]. intros j Hj. now replace j with n by lia.
      * exists (S n). repeat split; [ lia | | intros; lia ]. intros j Hj.
        destruct (Nat.eq_dec j n) as [-> | ]; [ exact P | apply Left; lia ].
    + exists m. repeat split; [ lia | exact Left | ]. intros j Hj.
      destruct (Nat.eq_dec j n) as [-> | ]; [ | apply Right; lia ].
      specialize (Right m ltac:(lia)). specialize (Up' m n ltac:(lia)). lra.
Qed.

(** c exp(−t²/2): the normal density with c = 1/√(2π). *)
Definition density (c t : R) : R := c * exp (- (t * t) / 2).

Lemma density_falls c a b : 0 <= c -> a * a <= b * b -> density c b <= density c a.
Proof.
  intros Hc H. unfold density. apply Rmult_le_compat_l; [ exact Hc | ].
  destruct H as [H | ->]; [ apply Rlt_le, exp_increasing; lra | lra ].
Qed.

(** For a normal direction the zeroth-order gradient of a hard reward is at most its range times φ(ρ/ε)/ε, with ρ the
    distance to the nearest change of the reward, and at most its range times φ(0)/ε. Laws: zoR.decay. *)
Theorem B17_decay n R_ v theta eps c rho low high :
  0 < eps -> 0 <= c -> 0 <= rho -> (forall j, (j <= n)%nat -> low <= R_ j <= high) ->
  (forall j, (S j < n)%nat -> v j < v (S j)) ->
  (forall j, (j < n)%nat -> R_ (S j) <> R_ j -> rho <= Rabs (v j - theta)) ->
  Rabs (line_gradient n R_ (at_boundary v theta eps) eps (density c)) <= (high - low) / eps * density c (rho / eps) /\
  (high - low) / eps * density c (rho / eps) <= (high - low) / eps * c.
Proof.
  intros He Hc Hrho Hr Hv Far. set (t := at_boundary v theta eps). set (b := density c (rho / eps)).
  assert (I : 0 < / eps) by now apply Rinv_0_lt_compat.
  assert (Pd : forall x, 0 <= density c x) by (intros; apply Rmult_le_pos; [ exact Hc | apply Rlt_le, exp_pos ]).
  assert (Range : 0 <= high - low) by (specialize (Hr 0%nat ltac:(lia)); lra).
  split.
  - assert (Ht : forall j, (S j < n)%nat -> t j < t (S j)).
    { intros j Hj. unfold t, at_boundary, Rdiv. apply Rmult_lt_compat_r; [ exact I | ]. specialize (Hv j Hj). lra. }
    destruct (sign_changes n t Ht) as (Up & m & Hm & Left & Right).
    set (w := fun j => Rmin (density c (t j)) b).
    rewrite by_jumps, (sum_equal n _ (fun j => (R_ (S j) - R_ j) * w j)).
    + unfold Rdiv. rewrite Rabs_mult, (Rabs_right (/ eps)) by now apply Rle_ge, Rlt_le.
      replace ((high - low) * / eps * b) with ((high - low) * b * / eps) by ring.
      apply Rmult_le_compat_r; [ now apply Rlt_le | ]. apply (jumps_bounded n m); try assumption; [ apply Pd | | | ].
      * intros j _. unfold w. split; [ apply Rmin_glb; apply Pd | apply Rmin_r ].
      * intros i j Hij. unfold w. apply Rle_min_compat_r, density_falls; [ exact Hc | ].
        specialize (Up i j ltac:(lia)). pose proof (Left j ltac:(lia)). nra.
      * intros i j Hij Hj. unfold w. apply Rle_min_compat_r, density_falls; [ exact Hc | ].
        specialize (Up i j ltac:(lia)). pose proof (Right i ltac:(lia)). nra.
    + intros j Hj. unfold w. destruct (Req_dec (R_ (S j)) (R_ j)) as [E | N]; [ rewrite E; ring | ].
      rewrite Rmin_left; [ reflexivity | ]. apply density_falls; [ exact Hc | ]. specialize (Far j Hj N).
      unfold t, at_boundary, Rdiv. replace (rho * / eps * (rho * / eps)) with (rho * rho * (/ eps * / eps)) by ring.
      replace ((v j - theta) * / eps * ((v j - theta) * / eps))
        with ((v j - theta) * (v j - theta) * (/ eps * / eps)) by ring.
      apply Rmult_le_compat_r; [ nra | ].
      replace ((v j - theta) * (v j - theta)) with (Rabs (v j - theta) * Rabs (v j - theta)); [ nra | ].
      rewrite <- Rabs_mult. apply Rabs_right, Rle_ge, Rle_0_sqr.
  - apply Rmult_le_compat_l; [ unfold Rdiv; apply Rmult_le_pos; [ exact Range | now apply Rlt_le ] | ].
    apply Rle_trans with (density c 0); [ apply density_falls; [ exact Hc | rewrite Rmult_0_l; apply Rle_0_sqr ] | ].
    unfold density. replace (- (0 * 0) / 2) with 0 by field. rewrite exp_0. lra.
Qed.
