(** Finite sums of real numbers, and the tactic that proves linear identities between them. *)

From Coq Require Export Reals.Rbase Reals.Rfunctions Reals.R_sqrt.
From Coq Require Export micromega.Lra micromega.Lia Arith.PeanoNat.
Open Scope R_scope.

(** f(0) + … + f(n − 1). *)
Fixpoint sum (n : nat) (f : nat -> R) : R :=
  match n with
  | O => 0
  | S k => sum k f + f k
  end.

(** f(1) + … + f(T), for what the articles number from 1. *)
Definition total (T : nat) (f : nat -> R) : R := sum T (fun k => f (S k)).

(** Proves an identity that is linear in sums of the same length [n], by induction on [n]. *)
Ltac linear_in_sums n :=
  repeat match goal with H : context [n] |- _ => clear H end;
  induction n as [| n IH]; simpl;
  [ try ring; try field; auto
  | apply Rminus_diag_uniq; apply Rminus_diag_eq in IH;
    match type of IH with ?e = 0 => transitivity e; [ simpl; try ring; field; auto | exact IH ] end ].

Lemma sum_equal n f g : (forall i, (i < n)%nat -> f i = g i) -> sum n f = sum n g.
Proof.
  induction n as [| n IH]; intros H; simpl; [ reflexivity | ].
  rewrite IH, H by (intros; auto with arith); reflexivity.
Qed.

Lemma sum_le n f g : (forall i, (i < n)%nat -> f i <= g i) -> sum n f <= sum n g.
Proof.
  induction n as [| n IH]; intros H; simpl; [ lra | ].
  assert (f n <= g n) by auto with arith.
  assert (sum n f <= sum n g) by (apply IH; auto with arith).
  lra.
Qed.

Lemma sum_zero n : sum n (fun _ => 0) = 0.
Proof. induction n as [| n IH]; simpl; [ | rewrite IH ]; ring. Qed.

Lemma sum_nonneg n f : (forall i, (i < n)%nat -> 0 <= f i) -> 0 <= sum n f.
Proof. intros H. rewrite <- (sum_zero n). now apply sum_le. Qed.

Lemma sum_plus n f g : sum n (fun i => f i + g i) = sum n f + sum n g.
Proof. linear_in_sums n. Qed.

Lemma sum_minus n f g : sum n (fun i => f i - g i) = sum n f - sum n g.
Proof. linear_in_sums n. Qed.

Lemma sum_scale n c f : sum n (fun i => c * f i) = c * sum n f.
Proof. linear_in_sums n. Qed.

Lemma sum_scale_right n c f : sum n (fun i => f i * c) = sum n f * c.
Proof. linear_in_sums n. Qed.

Lemma sum_const n c : sum n (fun _ => c) = INR n * c.
Proof. induction n as [| n IH]; [ simpl; ring | ]. rewrite S_INR. simpl. rewrite IH. ring. Qed.

Lemma sum_next n f : sum (S n) f = sum n f + f n.
Proof. reflexivity. Qed.

Lemma sum_first n f : sum (S n) f = f O + sum n (fun i => f (S i)).
Proof. induction n as [| n IH]; [ simpl; ring | ]. simpl in *. rewrite IH. ring. Qed.

Lemma sum_append n m f : sum (n + m) f = sum n f + sum m (fun i => f (n + i)%nat).
Proof. induction m as [| m IH]; [ rewrite Nat.add_0_r | rewrite Nat.add_succ_r ]; simpl; [ | rewrite IH ]; ring. Qed.

Lemma sum_exchange n m f :
  sum n (fun i => sum m (fun j => f i j)) = sum m (fun j => sum n (fun i => f i j)).
Proof.
  induction n as [| n IH]; simpl; [ now rewrite sum_zero | ].
  now rewrite IH, sum_plus.
Qed.

(** A sum of nonnegative terms is 0 only if all of them are. *)
Lemma sum_nonneg_zero n f :
  (forall i, (i < n)%nat -> 0 <= f i) -> sum n f <= 0 -> forall i, (i < n)%nat -> f i = 0.
Proof.
  induction n as [| n IH]; intros H Z i Hi; [ lia | ]. simpl in Z.
  assert (0 <= sum n f) by (apply sum_nonneg; auto with arith).
  assert (0 <= f n) by auto with arith.
  destruct (Nat.eq_dec i n) as [-> | ]; [ lra | ].
  apply IH; [ auto with arith | lra | lia ].
Qed.

Lemma sum_nonneg_term n f k : (forall i, (i < n)%nat -> 0 <= f i) -> (k < n)%nat -> f k <= sum n f.
Proof.
  induction n as [| n IH]; intros H Hk; [ lia | ]. simpl.
  assert (0 <= f n) by auto with arith.
  destruct (Nat.eq_dec k n) as [-> | ].
  - assert (0 <= sum n f) by (apply sum_nonneg; auto with arith). lra.
  - assert (f k <= sum n f) by (apply IH; auto with arith; lia). lra.
Qed.

(** 1 where i = j, and 0 elsewhere. *)
Definition kronecker (i j : nat) : R := if Nat.eq_dec i j then 1 else 0.

Lemma kronecker_sym i j : kronecker i j = kronecker j i.
Proof. unfold kronecker. destruct (Nat.eq_dec i j), (Nat.eq_dec j i); congruence. Qed.

Lemma sum_kronecker n k f : (k < n)%nat -> sum n (fun i => kronecker k i * f i) = f k.
Proof.
  unfold kronecker. induction n as [| n IH]; intros H; [ lia | ]. simpl.
  destruct (Nat.eq_dec k n) as [-> | ].
  - rewrite (sum_equal n _ (fun _ => 0)), sum_zero; [ ring | ].
    intros i Hi. destruct (Nat.eq_dec n i); [ lia | ring ].
  - rewrite IH by lia. ring.
Qed.
