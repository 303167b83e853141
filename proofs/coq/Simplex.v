(** The nearest point of the simplex, in all dimensions: the threshold that sorting finds is right. *)

From Coq Require Import Sorting.Permutation Lists.List.
From GradientLaws Require Export Projection.

Definition simplex (d : nat) (s : R) (theta : vector) : Prop :=
  (forall i, (i < d)%nat -> 0 <= theta i) /\ sum d theta = s.

(** max(0, xᵢ − τ). *)
Definition cut (tau : R) (x : vector) : vector := fun i => Rmax 0 (x i - tau).

Lemma simplex_convex d s : convex_set (simplex d s).
Proof.
  intros x y lambda [Hx Sx] [Hy Sy] Hl. unfold between, plus, scale, minus. split.
  - intros i Hi. specialize (Hx i Hi). specialize (Hy i Hi). nra.
  - rewrite sum_plus, sum_scale, sum_minus, Sx, Sy. ring.
Qed.

Lemma dot_constant d tau v : dot d v (fun _ => tau) = tau * sum d v.
Proof. unfold dot. linear_in_sums d. Qed.

(** Whatever τ makes the cut coordinates sum to s, they are the nearest point of the simplex (the KKT conditions).
    Laws: proj.def, proj.obtuse. *)
Theorem A16_simplex_cut d s x tau :
  sum d (cut tau x) = s -> obtuse d (simplex d s) x (cut tau x) /\ nearest d (simplex d s) x (cut tau x).
Proof.
  intros Hs.
  assert (O : obtuse d (simplex d s) x (cut tau x)); [ | split; [ exact O | now apply A16_obtuse_is_nearest ] ].
  split; [ split; [ intros; apply Rmax_l | exact Hs ] | ].
  intros theta [Ht St].
  assert (E : dot d (minus (cut tau x) theta) (minus x (cut tau x))
    = sum d (fun i => (cut tau x i - theta i) * (x i - cut tau x i - tau))
      + tau * (sum d (cut tau x) - sum d theta)) by by_coordinates d.
  rewrite E, Hs, St, Rminus_diag_eq, Rmult_0_r, Rplus_0_r by reflexivity.
  apply sum_nonneg. intros i Hi. specialize (Ht i Hi). unfold cut, Rmax. destruct Rle_dec; nra.
Qed.

Definition descending (n : nat) (u : nat -> R) : Prop := forall i j, (i <= j < n)%nat -> u j <= u i.

(** (u₁ + … + u_j − s)/j. *)
Definition threshold (s : R) (u : nat -> R) (j : nat) : R := (sum j u - s) / INR j.

Lemma cut_at_largest_threshold d s u k :
  0 < s -> descending d u -> (1 <= k <= d)%nat ->
  (forall j, (1 <= j <= d)%nat -> threshold s u j <= threshold s u k) ->
  sum d (cut (threshold s u k) u) = s.
Proof.
  intros Hs D Hk M. set (tau := threshold s u k) in *.
  assert (P : forall j, (1 <= j)%nat -> 0 < INR j) by (intros; apply lt_0_INR; lia).
  assert (Ek : sum k u - s = INR k * tau) by (unfold tau, threshold; field; apply Rgt_not_eq, P; lia).
  assert (Le : forall j, (j <= d)%nat -> sum j u - s <= INR j * tau).
  { intros [| j] Hj; [ simpl; lra | ]. specialize (P (S j) ltac:(lia)). specialize (M (S j) ltac:(lia)).
    unfold threshold in M. apply Rmult_le_compat_l with (r := INR (S j)) in M; [ | lra ].
    replace (INR (S j) * ((sum (S j) u - s) / INR (S j))) with (sum (S j) u - s) in M by (field; lra). exact M. }
  assert (Above : forall i, (i < k)%nat -> tau <= u i).
  { intros i Hi. destruct k as [| k]; [ lia | ]. specialize (Le k ltac:(lia)). rewrite S_INR in Ek. simpl in Ek.
    assert (u k <= u i) by (apply D; lia). lra. }
  assert (Below : forall i, (k <= i < d)%nat -> u i <= tau).
  { intros i Hi. specialize (Le (S k) ltac:(lia)). rewrite S_INR in Le. simpl in Le.
    assert (u i <= u k) by (apply D; lia). lra. }
  assert (H : forall m, (k + m <= d)%nat -> sum (k + m) (cut tau u) = s).
  { induction m as [| m IH]; intros Hm.
    - rewrite Nat.add_0_r, (sum_equal k _ (fun i => u i - tau)).
      + rewrite sum_minus, sum_const. lra.
      + intros i Hi. specialize (Above i Hi). unfold cut. apply Rmax_right. lra.
    - rewrite Nat.add_succ_r. simpl. rewrite IH by lia. specialize (Below (k + m)%nat ltac:(lia)).
      unfold cut. rewrite Rmax_left; lra. }
  specialize (H (d - k)%nat). replace (k + (d - k))%nat with d in H by lia. now apply H.
Qed.

Fixpoint list_sum (l : list R) : R := match l with nil => 0 | x :: rest => x + list_sum rest end.

Lemma sum_as_list n f : sum n f = list_sum (map f (seq 0 n)).
Proof.
  assert (A : forall l m, list_sum (l ++ m) = list_sum l + list_sum m)
    by (induction l; intros; simpl; [ | rewrite IHl ]; ring).
  induction n as [| n IH]; [ reflexivity | ].
  rewrite seq_S, map_app, A, <- IH. simpl. ring.
Qed.

Lemma list_sum_permuted l m : Permutation l m -> list_sum l = list_sum m.
Proof. induction 1; simpl; lra. Qed.

(** u has the same coordinates as x, in any order. *)
Definition reordered (d : nat) (x u : vector) : Prop := Permutation (map x (seq 0 d)) (map u (seq 0 d)).

Lemma sum_reordered d g x u : reordered d x u -> sum d (fun i => g (x i)) = sum d (fun i => g (u i)).
Proof.
  intros H. rewrite !sum_as_list. apply list_sum_permuted.
  rewrite <- (map_map x g), <- (map_map u g). now apply Permutation_map.
Qed.

(** A-(16) for the simplex, all dimensions: Π(x)ᵢ = max(0, xᵢ − τ), where τ is the largest of
    (u₁ + … + u_j − s)/j over all j from 1 to d, and u is x in descending order.
    Laws: proj.def, proj.obtuse. *)
Theorem A16_simplex d s x u k :
  0 < s -> reordered d x u -> descending d u -> (1 <= k <= d)%nat ->
  (forall j, (1 <= j <= d)%nat -> threshold s u j <= threshold s u k) ->
  nearest d (simplex d s) x (cut (threshold s u k) x).
Proof.
  intros Hs P D Hk M. apply A16_simplex_cut.
  rewrite <- (cut_at_largest_threshold d s u k Hs D Hk M) at 2.
  exact (sum_reordered d (fun a => Rmax 0 (a - threshold s u k)) x u P).
Qed.

(** Adding the same number to all coordinates does not change the nearest point of a simplex.
    Laws: proj.simplex-shift. *)
Theorem A16_simplex_shift d s x m p :
  obtuse d (simplex d s) x p -> obtuse d (simplex d s) (fun i => x i + m) p.
Proof.
  intros [[Hp Sp] O]. split; [ now split | ]. intros theta [Ht St].
  specialize (O theta (conj Ht St)).
  assert (E : dot d (minus p theta) (minus (fun i => x i + m) p)
    = dot d (minus p theta) (minus x p) + m * (sum d p - sum d theta)) by by_coordinates d.
  rewrite E, Sp, St. lra.
Qed.
