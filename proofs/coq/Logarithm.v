(** The exponential and the logarithm, as far as the articles need them, from the series and the three axioms of the
    real numbers: the library proves more, but from one more axiom. *)

From Coq Require Import Reals.Ranalysis1 Reals.Ranalysis3 Reals.Rtrigo_def Reals.Exp_prop Reals.PartSum.
From Coq Require Import Reals.Rprod Reals.Rsqrt_def.
From GradientLaws Require Export Sums.

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

Lemma exp_le_inverse a b : exp a <= exp b -> a <= b.
Proof. intros H. apply Rnot_lt_le. intros C. apply exp_increasing in C. lra. Qed.

Lemma exp_opposite u : exp u * exp (- u) = 1.
Proof. rewrite <- exp_plus. replace (u + - u) with 0 by ring. apply exp_0. Qed.

Lemma exp_below_inverse w : 0 <= w < 1 -> exp w <= 1 / (1 - w).
Proof.
  intros Hw. unfold exp. destruct (exist_exp w) as [l Hl]. simpl. apply Rnot_lt_le. intros C.
  destruct (Hl (l - 1 / (1 - w)) ltac:(lra)) as [N Near]. specialize (Near N (le_n N)).
  assert (B : sum_f_R0 (fun n => / INR (fact n) * w ^ n) N <= 1 / (1 - w)).
  { apply Rle_trans with (sum_f_R0 (fun n => w ^ n) N).
    - apply sum_Rle. intros n _. assert (0 <= w ^ n) by (apply pow_le; lra).
      assert (/ INR (fact n) <= 1); [ | nra ]. rewrite <- Rinv_1. apply Rinv_le_contravar; [ lra | ].
      apply (le_INR 1), lt_O_fact.
    - rewrite tech3 by lra. apply Rmult_le_compat_r; [ apply Rlt_le, Rinv_0_lt_compat; lra | ].
      assert (0 <= w ^ S N) by (apply pow_le; lra). lra. }
  unfold R_dist in Near. apply Rabs_def2 in Near. lra.
Qed.

(** exp u ≥ 1 + u for all u. *)
Lemma exp_tangent u : 1 + u <= exp u.
Proof.
  destruct (Rle_dec 0 u) as [H | H]; [ now apply exp_above_tangent | ].
  pose proof (exp_pos u). destruct (Rle_dec u (-1)) as [H' | H']; [ lra | ].
  pose proof (exp_below_inverse (- u) ltac:(lra)) as B. pose proof (exp_opposite u) as E.
  apply Rmult_le_compat_l with (r := (1 + u) * exp u) in B; [ | nra ].
  replace ((1 + u) * exp u * exp (- u)) with (1 + u) in B by (rewrite Rmult_assoc, E; ring).
  replace ((1 + u) * exp u * (1 / (1 - - u))) with (exp u) in B by (field; lra). exact B.
Qed.

(** exp u > 1 + u for u ≠ 0. *)
Lemma exp_tangent_strict u : u <> 0 -> 1 + u < exp u.
Proof.
  intros H. replace (exp u) with (exp (u / 2) * exp (u / 2)) by (rewrite <- exp_plus; f_equal; field).
  pose proof (exp_tangent (u / 2)). pose proof (exp_pos (u / 2)). assert (0 < u * u) by nra.
  destruct (Rle_dec 0 (1 + u / 2)); nra.
Qed.

(** exp is convex, between 0 and d. *)
Lemma exp_chord w d : 0 <= w <= 1 -> exp (w * d) <= 1 - w + w * exp d.
Proof.
  intros Hw. pose proof (exp_pos (w * d)) as P.
  assert (Zero : exp (w * d) * (1 - w * d) <= 1).
  { pose proof (exp_tangent (- (w * d))) as T. pose proof (exp_opposite (w * d)). nra. }
  assert (One : exp (w * d) * (1 + (1 - w) * d) <= exp d).
  { pose proof (exp_tangent ((1 - w) * d)) as T. replace d with (w * d + (1 - w) * d) at 3 by ring.
    rewrite exp_plus. nra. }
  nra.
Qed.

(** Any function that exp takes back. The library's ln is one, but it rests on one more axiom; all such functions are
    the same for positive numbers. *)
Definition logarithm (log : R -> R) : Prop := forall x, 0 < x -> exp (log x) = x.

Lemma exp_attains y : 0 < y -> {x | exp x = y}.
Proof.
  intros Hy. destruct (IVT (fun x => exp x - y) (- / y) y) as (x & _ & Hx).
  - apply (continuity_minus exp (fun _ => y)); [ | apply continuity_const; intros u v; reflexivity ].
    intros x. apply derivable_continuous_pt. exists (exp x). apply derivable_pt_lim_exp.
  - pose proof (Rinv_0_lt_compat y Hy). lra.
  - pose proof (Rinv_0_lt_compat y Hy) as I. pose proof (exp_tangent_strict (/ y) ltac:(lra)) as T.
    pose proof (exp_opposite (/ y)) as E. pose proof (exp_pos (- / y)).
    assert (Y : y * / y = 1) by (field; lra). nra.
  - pose proof (exp_tangent y). lra.
  - exists x. lra.
Qed.

(** log y, and 0 where there is none. *)
Definition log (y : R) : R :=
  match Rlt_dec 0 y with
  | left positive => proj1_sig (exp_attains y positive)
  | right _ => 0
  end.

Lemma exp_log : logarithm log.
Proof.
  intros y Hy. unfold log. destruct Rlt_dec as [P | P]; [ exact (proj2_sig (exp_attains y P)) | contradiction ].
Qed.

Lemma log_le a b : 0 < a -> a <= b -> log a <= log b.
Proof. intros Ha H. apply exp_le_inverse. rewrite !exp_log by lra. exact H. Qed.

Lemma log_times_exp a u : 0 < a -> log (a * exp u) = log a + u.
Proof.
  intros Ha. assert (P : 0 < a * exp u) by (apply Rmult_lt_0_compat; [ exact Ha | apply exp_pos ]).
  assert (E : exp (log (a * exp u)) = exp (log a + u)) by (rewrite exp_plus, !exp_log; auto).
  apply Rle_antisym; apply exp_le_inverse; lra.
Qed.

Lemma log_1 : log 1 = 0.
Proof. apply Rle_antisym; apply exp_le_inverse; rewrite exp_log, exp_0; lra. Qed.

(** 1 − b/a ≤ log a − log b ≤ a/b − 1. *)
Lemma logarithm_bounds log a b : logarithm log -> 0 < a -> 0 < b -> log a - log b <= a / b - 1.
Proof.
  intros L Ha Hb. pose proof (exp_tangent (log a - log b)) as H. unfold Rminus in H. rewrite exp_plus in H.
  pose proof (exp_opposite (log b)) as E.
  rewrite (L b Hb) in E. rewrite (L a Ha) in H.
  assert (I : exp (- log b) = / b) by (apply Rmult_eq_reg_l with b; [ rewrite E; field |]; lra).
  rewrite I in H. unfold Rdiv. lra.
Qed.

(** log a − log b < a/b − 1 for a ≠ b. *)
Lemma log_difference a b : 0 < a -> 0 < b -> a <> b -> log a - log b < a / b - 1.
Proof.
  intros Ha Hb N. set (u := log a - log b).
  assert (E : exp u = a / b).
  { apply Rmult_eq_reg_r with (exp (log b)); [ | rewrite exp_log; lra ].
    rewrite <- exp_plus. replace (u + log b) with (log a) by (unfold u; ring). rewrite !exp_log by lra. field. lra. }
  rewrite <- E. assert (u <> 0); [ | pose proof (exp_tangent_strict u); lra ].
  intros Z. rewrite Z, exp_0 in E. apply N.
  apply Rmult_eq_reg_r with (/ b); [ | apply Rgt_not_eq, Rinv_0_lt_compat, Hb ].
  unfold Rdiv in E. rewrite <- E. field. lra.
Qed.

(** log(T + 1) < 1 + 1/2 + … + 1/T ≤ 1 + log T, with equality on the right only at T = 1: what A-(7) is for the rates
    1/(σt). Laws: sgd.harmonic-log. *)
Theorem A7_harmonic T :
  (1 <= T)%nat ->
  log (INR T + 1) < total T (fun t => 1 / INR t) /\
  total T (fun t => 1 / INR t) <= 1 + log (INR T) /\
  (total T (fun t => 1 / INR t) = 1 + log (INR T) <-> T = 1%nat).
Proof.
  assert (Next : forall n, (1 <= n)%nat ->
    log (INR n + 1 + 1) - log (INR n + 1) < 1 / (INR n + 1) < log (INR n + 1) - log (INR n)).
  { intros n Hn. assert (P : 0 < INR n) by (apply lt_0_INR; lia).
    pose proof (log_difference (INR n + 1 + 1) (INR n + 1) ltac:(lra) ltac:(lra) ltac:(lra)) as A.
    pose proof (log_difference (INR n) (INR n + 1) ltac:(lra) ltac:(lra) ltac:(lra)) as B.
    replace ((INR n + 1 + 1) / (INR n + 1) - 1) with (1 / (INR n + 1)) in A by (field; lra).
    replace (INR n / (INR n + 1) - 1) with (- (1 / (INR n + 1))) in B by (field; lra). lra. }
  assert (Below : forall n, log (INR (S n) + 1) < total (S n) (fun t => 1 / INR t)).
  { induction n as [| n IH].
    - pose proof (log_difference 2 1 ltac:(lra) ltac:(lra) ltac:(lra)) as A. rewrite log_1 in A.
      unfold total. simpl. replace (1 + 1) with 2 by ring. lra.
    - specialize (Next (S n) ltac:(lia)). unfold total in *. rewrite (sum_next (S n)), !(S_INR (S n)). lra. }
  assert (Above : forall n, total (S (S n)) (fun t => 1 / INR t) < 1 + log (INR (S (S n)))).
  { induction n as [| n IH].
    - specialize (Next 1%nat ltac:(lia)). change (INR 1) with 1 in Next. rewrite log_1 in Next.
      unfold total, sum. change (INR 2) with (1 + 1). change (INR 1) with 1. lra.
    - specialize (Next (S (S n)) ltac:(lia)). unfold total in *.
      rewrite (sum_next (S (S n))), !(S_INR (S (S n))). lra. }
  intros HT. destruct T as [| T]; [ lia | ]. split; [ apply Below | ].
  destruct T as [| T]; [ unfold total; simpl; rewrite log_1; split; [ lra | split; [ easy | lra ] ] | ].
  specialize (Above T). split; [ lra | ]. split; [ lra | lia ].
Qed.
