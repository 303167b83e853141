(** Estimates of the policy gradient from N samples that take their baseline from the same samples, for all N and K. *)

From Coq Require Import Lists.List.
From GradientLaws Require Export PolicyGradient.
Import ListNotations.

(** The mean of F over N labels drawn independently from p. *)
Fixpoint expectation (K : nat) (p : nat -> R) (N : nat) (F : list nat -> R) : R :=
  match N with
  | O => F []
  | S n => mean K p (fun y => expectation K p n (fun ys => F (y :: ys)))
  end.

(** f summed over the samples. *)
Fixpoint over (f : nat -> R) (ys : list nat) : R :=
  match ys with
  | [] => 0
  | y :: rest => f y + over f rest
  end.

Lemma expectation_equal K p N F G :
  (forall ys, length ys = N -> F ys = G ys) -> expectation K p N F = expectation K p N G.
Proof.
  revert F G. induction N as [| N IH]; intros F G H; simpl; [ now apply H | ].
  apply mean_equal. intros y _. apply IH. intros ys L. apply H. simpl. now rewrite L.
Qed.

Lemma expectation_plus K p N F G :
  expectation K p N (fun ys => F ys + G ys) = expectation K p N F + expectation K p N G.
Proof.
  revert F G. induction N as [| N IH]; intros F G; simpl; [ reflexivity | ].
  rewrite <- mean_plus. apply mean_equal. intros y _. apply IH.
Qed.

Lemma expectation_scale K p N a F : expectation K p N (fun ys => a * F ys) = a * expectation K p N F.
Proof.
  revert F. induction N as [| N IH]; intros F; simpl; [ reflexivity | ].
  rewrite <- mean_scale. apply mean_equal. intros y _. apply IH.
Qed.

Lemma expectation_const K p N c : sum K p = 1 -> expectation K p N (fun _ => c) = c.
Proof.
  intros Hp. induction N as [| N IH]; simpl; [ reflexivity | ].
  rewrite (mean_equal K p _ (fun _ => c)); [ now apply mean_const | auto ].
Qed.

Lemma expectation_over K p N f : sum K p = 1 -> expectation K p N (over f) = INR N * mean K p f.
Proof.
  intros Hp. induction N as [| N IH]; [ simpl; ring | ]. rewrite S_INR. simpl.
  rewrite (mean_equal K p _ (fun y => f y + INR N * mean K p f)).
  - rewrite mean_plus, mean_const by exact Hp. ring.
  - intros y _. now rewrite expectation_plus, expectation_const, IH.
Qed.

(** Samples i ≠ j are independent: Σ_{i≠j} a(y_i) b(y_j) has the mean N(N − 1) E a E b. *)
Lemma expectation_pairs K p N a b :
  sum K p = 1 ->
  expectation K p N (fun ys => over a ys * over b ys - over (fun y => a y * b y) ys)
  = INR N * (INR N - 1) * (mean K p a * mean K p b).
Proof.
  intros Hp. induction N as [| N IH]; [ simpl; ring | ]. rewrite S_INR. simpl.
  rewrite (mean_equal K p _ (fun y => a y * (INR N * mean K p b) + b y * (INR N * mean K p a)
    + INR N * (INR N - 1) * (mean K p a * mean K p b))).
  - rewrite !mean_plus, mean_const by exact Hp. unfold mean at 1 3.
    rewrite (sum_equal K _ (fun y => p y * a y * (INR N * mean K p b))) by (intros; ring).
    rewrite (sum_equal K (fun y => p y * (b y * _)) (fun y => p y * b y * (INR N * mean K p a))) by (intros; ring).
    rewrite !sum_scale_right. fold (mean K p a) (mean K p b). ring.
  - intros y _. rewrite <- IH, <- !(expectation_over K p N _ Hp), <- !expectation_scale, <- !expectation_plus.
    apply expectation_equal. intros ys _. ring.
Qed.

(** The mean of the samples' (r(y_i) − b_i) s(y_i), where b_i is the mean reward of the other samples. *)
Definition leave_one_out (N : nat) (r s : nat -> R) (ys : list nat) : R :=
  over (fun y => (r y - (over r ys - r y) / (INR N - 1)) * s y) ys / INR N.

(** The same with the mean reward of all samples as the baseline. *)
Definition mean_of_all (N : nat) (r s : nat -> R) (ys : list nat) : R :=
  over (fun y => (r y - over r ys / INR N) * s y) ys / INR N.

Lemma over_baseline c e r s ys :
  over (fun y => (c * r y - e) * s y) ys = c * over (fun y => r y * s y) ys - e * over s ys.
Proof. induction ys as [| y ys IH]; simpl; [ | rewrite IH ]; ring. Qed.

Lemma over_equal f g ys : (forall y, f y = g y) -> over f ys = over g ys.
Proof. intros H. induction ys as [| y ys IH]; simpl; [ | rewrite IH, H ]; reflexivity. Qed.

(** The leave-one-out baseline is unbiased, for every N ≥ 2, coordinate s of the score: B-(6) with a baseline that does
    not depend on the sample it is subtracted from. Laws: pg.baseline. *)
Theorem B6_leave_one_out K p N r s :
  (2 <= N)%nat -> sum K p = 1 -> mean K p s = 0 ->
  expectation K p N (leave_one_out N r s) = mean K p (fun y => r y * s y).
Proof.
  intros HN Hp Hs. assert (P : 2 <= INR N) by (apply (le_INR 2); exact HN).
  rewrite (expectation_equal K p N _ (fun ys => / INR N * over (fun y => r y * s y) ys
    + - / (INR N * (INR N - 1)) * (over r ys * over s ys - over (fun y => r y * s y) ys))).
  - rewrite expectation_plus, !expectation_scale, expectation_over, expectation_pairs, Hs by exact Hp. field. lra.
  - intros ys _. unfold leave_one_out.
    rewrite (over_equal _ (fun y => ((1 + / (INR N - 1)) * r y - over r ys / (INR N - 1)) * s y))
      by (intros; field; lra).
    rewrite over_baseline. field. lra.
Qed.

(** With the mean of the same samples, the text after B-(10), the mean is (1 − 1/N) times the gradient, for every N:
    the right direction, but shorter. Laws: pg.bmean. *)
Theorem B10_mean_of_all K p N r s :
  (1 <= N)%nat -> sum K p = 1 -> mean K p s = 0 ->
  expectation K p N (mean_of_all N r s) = (1 - 1 / INR N) * mean K p (fun y => r y * s y).
Proof.
  intros HN Hp Hs. assert (P : 0 < INR N) by (apply lt_0_INR; lia).
  rewrite (expectation_equal K p N _ (fun ys => (/ INR N - / (INR N * INR N)) * over (fun y => r y * s y) ys
    + - / (INR N * INR N) * (over r ys * over s ys - over (fun y => r y * s y) ys))).
  - rewrite expectation_plus, !expectation_scale, expectation_over, expectation_pairs, Hs by exact Hp. field. lra.
  - intros ys _. unfold mean_of_all.
    rewrite (over_equal _ (fun y => (1 * r y - over r ys / INR N) * s y)) by (intros; ring).
    rewrite over_baseline. field. lra.
Qed.
