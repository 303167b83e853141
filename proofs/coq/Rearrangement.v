(** The rearrangement inequality B-(3), both sides, for all n, all reals and every permutation; and its equality. *)

From Coq Require Import Sorting.Permutation Sorting.Sorted Lists.List.
From GradientLaws Require Export Sums.
Import ListNotations.

(** a₁c₁ + … + aₙcₙ. *)
Fixpoint pairing (a c : list R) : R :=
  match a, c with
  | x :: a', y :: c' => x * y + pairing a' c'
  | _, _ => 0
  end.

(** In descending order, ties allowed. *)
Definition descending (l : list R) : Prop := StronglySorted Rge l.

(** Putting a larger number in one place costs at most its excess times the largest weight. *)
Lemma replace_one m x y l1 l2 a :
  Forall (Rge m) a -> x <= y -> length a = length (l1 ++ x :: l2) ->
  pairing a (l1 ++ y :: l2) <= pairing a (l1 ++ x :: l2) + (y - x) * m.
Proof.
  revert a. induction l1 as [| z l1 IH]; intros [| w a] F Hxy L; simpl in L; try discriminate;
    inversion F as [| ? ? Hw F']; subst; simpl.
  - assert (w <= m) by lra. nra.
  - specialize (IH a F' Hxy ltac:(congruence)). lra.
Qed.

(** B-(3), the left side: among all permutations c of b, the sum Σ aᵢcᵢ is largest when c is ordered as a is.
    Laws: pg.rearr, pg.same-order. *)
Theorem B3_same_order a b c :
  descending a -> descending b -> length a = length b -> Permutation b c -> pairing a c <= pairing a b.
Proof.
  revert b c. induction a as [| x a IH]; intros b c Ha Hb L P; simpl; [ destruct c; simpl; lra | ].
  destruct b as [| y b]; [ discriminate | ]. simpl in L.
  apply StronglySorted_inv in Ha as [Ha Fa]. apply StronglySorted_inv in Hb as [Hb Fb].
  destruct c as [| z c]; [ apply Permutation_sym, Permutation_nil in P; discriminate | ].
  destruct (in_inv (Permutation_in y P (in_eq y b))) as [-> | Hy].
  - apply Permutation_cons_inv in P. specialize (IH b c Ha Hb ltac:(congruence) P). lra.
  - destruct (in_split _ _ Hy) as (c1 & c2 & ->).
    assert (P' : Permutation b (c1 ++ z :: c2)).
    { apply Permutation_cons_inv with y. rewrite P. rewrite <- !Permutation_middle. apply perm_swap. }
    assert (Hz : z <= y).
    { apply Permutation_sym in P'. assert (Hin : In z b) by (apply (Permutation_in z P'), in_elt).
      rewrite Forall_forall in Fb. specialize (Fb z Hin). lra. }
    specialize (IH b (c1 ++ z :: c2) Ha Hb ltac:(congruence) P').
    assert (length a = length (c1 ++ z :: c2)) by (rewrite <- (Permutation_length P'); congruence).
    pose proof (replace_one x z y c1 c2 a Fa Hz ltac:(assumption)). nra.
Qed.

Lemma pairing_opposite a c : pairing a (map Ropp c) = - pairing a c.
Proof. revert c. induction a as [| x a IH]; intros [| y c]; simpl; try rewrite IH; ring. Qed.

Lemma descending_opposite_reversed b : descending b -> descending (rev (map Ropp b)).
Proof.
  unfold descending. induction b as [| x b IH]; intros H; simpl; [ constructor | ].
  apply StronglySorted_inv in H as [H F].
  assert (Snoc : forall l z, StronglySorted Rge l -> Forall (fun w => w >= z) l -> StronglySorted Rge (l ++ [z])).
  { induction l as [| w l IHl]; intros z S G; simpl; [ repeat constructor | ].
    apply StronglySorted_inv in S as [S Fw]. inversion G; subst. constructor; [ now apply IHl | ].
    apply Forall_app. split; auto. }
  apply Snoc; [ now apply IH | ].
  apply Forall_rev. rewrite Forall_forall in *. intros w Hw. apply in_map_iff in Hw as (v & <- & Hv).
  specialize (F v Hv). lra.
Qed.

(** B-(3), the right side: the sum is smallest when c is in the opposite order. Laws: pg.rearr. *)
Theorem B3_opposite_order a b c :
  descending a -> descending b -> length a = length b -> Permutation b c -> pairing a (rev b) <= pairing a c.
Proof.
  intros Ha Hb L P.
  assert (H : pairing a (map Ropp c) <= pairing a (rev (map Ropp b))).
  { apply B3_same_order; auto.
    - now apply descending_opposite_reversed.
    - now rewrite rev_length, map_length.
    - rewrite <- Permutation_rev. now apply Permutation_map. }
  rewrite <- map_rev, !pairing_opposite in H. lra.
Qed.

(** (aᵢ − aⱼ)(cᵢ − cⱼ) ≥ 0 for all i, j. *)
Definition similarly_ordered (a c : list R) : Prop :=
  forall p q, In p (combine a c) -> In q (combine a c) -> 0 <= (fst p - fst q) * (snd p - snd q).

Lemma similarly_ordered_head x y a c :
  Forall (Rge x) a -> Forall (Rge y) c -> similarly_ordered (x :: a) (y :: c) <-> similarly_ordered a c.
Proof.
  intros Fa Fc. split; [ intros H p q Hp Hq; apply H; now right | ].
  rewrite Forall_forall in Fa, Fc.
  assert (Head : forall p, In p (combine a c) -> 0 <= (x - fst p) * (y - snd p)).
  { intros [u v] Hp. pose proof (Fa u (in_combine_l _ _ _ _ Hp)). pose proof (Fc v (in_combine_r _ _ _ _ Hp)).
    simpl. nra. }
  intros H p q [<- | Hp] [<- | Hq]; simpl; try (now apply H).
  - lra.
  - exact (Head q Hq).
  - specialize (Head p Hp). nra.
Qed.

Lemma combine_in_middle (a1 l1 : list R) w v a2 l2 p :
  length a1 = length l1 ->
  In p (combine (a1 ++ w :: a2) (l1 ++ v :: l2)) <-> In p (combine a1 l1) \/ p = (w, v) \/ In p (combine a2 l2).
Proof.
  revert l1. induction a1 as [| u a1 IH]; intros [| z l1] L; try discriminate; simpl.
  - intuition.
  - specialize (IH l1 ltac:(now inversion L)). intuition.
Qed.

(** What putting y in the place of x changes. *)
Lemma pairing_middle a1 l1 x y w a2 l2 :
  length a1 = length l1 ->
  pairing (a1 ++ w :: a2) (l1 ++ y :: l2) - pairing (a1 ++ w :: a2) (l1 ++ x :: l2) = w * (y - x).
Proof.
  revert l1. induction a1 as [| v a1 IH]; intros [| z l1] L; try discriminate; simpl; [ ring | ].
  specialize (IH l1 ltac:(now inversion L)). lra.
Qed.

Lemma split_like {A B} (a : list A) (l1 : list B) y l2 :
  length a = length (l1 ++ y :: l2) -> exists a1 w a2, a = a1 ++ w :: a2 /\ length a1 = length l1.
Proof.
  revert a. induction l1 as [| z l1 IH]; intros [| w a] L; try discriminate; simpl in L.
  - now exists [], w, a.
  - destruct (IH a ltac:(congruence)) as (a1 & v & a2 & -> & E). exists (w :: a1), v, a2. simpl. now rewrite E.
Qed.

(** B-(3), equality: the sum is largest exactly when (aᵢ − aⱼ)(cᵢ − cⱼ) ≥ 0 for all i, j.
    Laws: pg.rearr, pg.same-order. *)
Theorem B3_equality a b c :
  descending a -> descending b -> length a = length b -> Permutation b c ->
  (pairing a c = pairing a b <-> similarly_ordered a c).
Proof.
  revert b c. induction a as [| x a IH]; intros b c Ha Hb L P.
  { destruct b; [ | discriminate ]. apply Permutation_nil in P as ->. split; [ intros _ p q [] | reflexivity ]. }
  destruct b as [| y b]; [ discriminate | ].
  destruct c as [| z c]; [ apply Permutation_sym, Permutation_nil in P; discriminate | ].
  pose proof Ha as Ha0. pose proof Hb as Hb0. simpl in L.
  apply StronglySorted_inv in Ha as [Ha Fa]. apply StronglySorted_inv in Hb as [Hb Fb].
  assert (Same : forall c, Permutation b c ->
    (pairing (x :: a) (y :: c) = pairing (x :: a) (y :: b) <-> similarly_ordered (x :: a) (y :: c))).
  { clear P z c. intros c P.
    assert (Fc : Forall (Rge y) c) by (rewrite Forall_forall in *; intros v Hv; apply Fb;
      now apply (Permutation_in v (Permutation_sym P))).
    rewrite (similarly_ordered_head x y a c Fa Fc), <- (IH b c Ha Hb ltac:(congruence) P). simpl.
    split; intros; lra. }
  destruct (Req_dec z y) as [-> | Hzy]; [ now apply Same, Permutation_cons_inv with y | ].
  destruct (in_inv (Permutation_in y P (in_eq y b))) as [ | Hy ]; [ contradiction | ].
  destruct (in_split _ _ Hy) as (c1 & c2 & ->).
  assert (P' : Permutation b (c1 ++ z :: c2)).
  { apply Permutation_cons_inv with y. rewrite P. rewrite <- !Permutation_middle. apply perm_swap. }
  assert (Hz : z < y).
  { assert (Hin : In z b) by (apply (Permutation_in z (Permutation_sym P')), in_elt).
    rewrite Forall_forall in Fb. specialize (Fb z Hin). lra. }
  destruct (split_like a c1 z c2) as (a1 & w & a2 & -> & L1).
  { rewrite <- (Permutation_length P'). congruence. }
  assert (Hw : w <= x) by (rewrite Forall_forall in Fa; specialize (Fa w (in_elt w a1 a2)); lra).
  assert (Gain : pairing (x :: a1 ++ w :: a2) (y :: c1 ++ z :: c2)
    - pairing (x :: a1 ++ w :: a2) (z :: c1 ++ y :: c2) = (x - w) * (y - z)).
  { simpl. pose proof (pairing_middle a1 c1 z y w a2 c2 L1). lra. }
  assert (Most : pairing (x :: a1 ++ w :: a2) (y :: c1 ++ z :: c2) <= pairing (x :: a1 ++ w :: a2) (y :: b))
    by (apply B3_same_order; simpl; auto).
  assert (Exchange : w = x ->
    (similarly_ordered (x :: a1 ++ w :: a2) (z :: c1 ++ y :: c2)
     <-> similarly_ordered (x :: a1 ++ w :: a2) (y :: c1 ++ z :: c2))).
  { intros ->. assert (In' : forall p, In p (combine (x :: a1 ++ x :: a2) (z :: c1 ++ y :: c2))
      <-> In p (combine (x :: a1 ++ x :: a2) (y :: c1 ++ z :: c2))).
    { intros p. simpl. rewrite !combine_in_middle by assumption. intuition. }
    split; intros H p q Hp Hq; apply H; now apply In'. }
  split; intros H.
  - assert (w = x) by nra. apply Exchange; [ assumption | ]. apply Same; [ exact P' | ]. nra.
  - assert (w = x).
    { assert (0 <= (x - w) * (z - y)); [ | nra ].
      apply (H (x, z) (w, y)); [ now left | ]. right. apply combine_in_middle; auto. }
    rewrite <- (proj2 (Same _ P')); [ nra | now apply Exchange ].
Qed.

(** (aᵢ − aⱼ)(cᵢ − cⱼ) ≤ 0 for all i, j. *)
Definition oppositely_ordered (a c : list R) : Prop :=
  forall p q, In p (combine a c) -> In q (combine a c) -> (fst p - fst q) * (snd p - snd q) <= 0.

Lemma in_combine_opposite (a c : list R) u v : In (u, v) (combine a (map Ropp c)) <-> In (u, - v) (combine a c).
Proof.
  revert c. induction a as [| x a IH]; intros [| y c]; simpl; try tauto. rewrite IH.
  split; intros [E | H]; auto; left; inversion E; subst; f_equal; ring.
Qed.

Lemma oppositely_ordered_opposite a c : similarly_ordered a (map Ropp c) <-> oppositely_ordered a c.
Proof.
  split; intros H [u v] [u' v'] Hp Hq; simpl.
  - rewrite <- (Ropp_involutive v) in Hp. rewrite <- (Ropp_involutive v') in Hq.
    apply in_combine_opposite in Hp. apply in_combine_opposite in Hq. specialize (H _ _ Hp Hq). simpl in H. lra.
  - apply in_combine_opposite in Hp. apply in_combine_opposite in Hq. specialize (H _ _ Hp Hq). simpl in H. lra.
Qed.

(** B-(3), equality on the right: the sum is smallest exactly when (aᵢ − aⱼ)(cᵢ − cⱼ) ≤ 0 for all i, j.
    Laws: pg.rearr. *)
Theorem B3_opposite_equality a b c :
  descending a -> descending b -> length a = length b -> Permutation b c ->
  (pairing a c = pairing a (rev b) <-> oppositely_ordered a c).
Proof.
  intros Ha Hb L P.
  rewrite <- oppositely_ordered_opposite, <- (B3_equality a (rev (map Ropp b)) (map Ropp c)).
  - rewrite <- map_rev, !pairing_opposite. split; intros; lra.
  - exact Ha.
  - now apply descending_opposite_reversed.
  - now rewrite rev_length, map_length.
  - rewrite <- Permutation_rev. now apply Permutation_map.
Qed.
