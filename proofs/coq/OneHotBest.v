(** The bound of OneHot.v as a cosine, and that it is the best one, for all K. *)

From GradientLaws Require Export OneHot.

Definition cosine (d : nat) (x y : vector) : R := dot d x y / (norm d x * norm d y).

Lemma norms_positive d x y : 0 < dot d x y -> 0 < norm d x * norm d y.
Proof. intros H. pose proof (cauchy_schwarz_norms d x y). lra. Qed.

(** B-(23) for a reward of one class alone: the cosine of the two gradients exceeds √(K/(2(K − 1))) ≥ 1/√2 for three
    classes or more, and is 1 for two. Laws: zoR.one-hot-angle. *)
Theorem B23_one_hot_cosine K tau a w r c :
  (2 <= K)%nat -> one_hot_case K tau a w r c ->
  let cos := cosine K (policy_gradient K tau a r) (laplacian K w r) in
  ((3 <= K)%nat -> sqrt (INR K / (2 * (INR K - 1))) < cos) /\ (K = 2%nat -> cos = 1) /\
  1 / sqrt 2 <= sqrt (INR K / (2 * (INR K - 1))).
Proof.
  intros HK Case. destruct (B23_one_hot_angle K tau a w r c HK Case) as (P & Above & Two).
  set (X := policy_gradient K tau a r) in *. set (Y := laplacian K w r) in *. cbv zeta. fold X Y.
  pose proof (norms_positive K X Y P) as N.
  assert (E : squared_norm K X * squared_norm K Y = norm K X * norm K Y * (norm K X * norm K Y))
    by (rewrite <- !norm_squared; ring).
  assert (HI : 2 <= INR K) by (replace 2 with (INR 2) by (simpl; ring); now apply le_INR).
  assert (Cos : 0 < cosine K X Y) by now apply Rdiv_lt_0_compat.
  split; [ | split ].
  - intros H3. specialize (Above H3). rewrite E in Above.
    rewrite <- (sqrt_square (cosine K X Y)) by lra. apply sqrt_lt_1_alt. split.
    { apply Rlt_le, Rdiv_lt_0_compat; lra. }
    unfold cosine. set (n := norm K X * norm K Y) in *. set (p := dot K X Y) in *.
    apply Rmult_lt_reg_r with (2 * (INR K - 1) * (n * n)); [ apply Rmult_lt_0_compat; nra | ].
    replace (INR K / (2 * (INR K - 1)) * (2 * (INR K - 1) * (n * n))) with (INR K * (n * n)) by (field; lra).
    replace (p / n * (p / n) * (2 * (INR K - 1) * (n * n))) with (2 * (INR K - 1) * (p * p)) by (field; lra).
    exact Above.
  - intros ->. specialize (Two eq_refl). rewrite E in Two. unfold cosine.
    replace (dot 2 X Y) with (norm 2 X * norm 2 Y) by nra. field. nra.
  - rewrite <- sqrt_1 at 1. rewrite <- sqrt_div_alt by lra. apply sqrt_le_1_alt.
    apply Rmult_le_reg_r with (2 * (INR K - 1)); [ lra | ].
    replace (INR K / (2 * (INR K - 1)) * (2 * (INR K - 1))) with (INR K) by (field; lra). lra.
Qed.

(** Two probable classes, of which the first has a reward of 1, and others that are δ as probable. *)
Definition two_probable (delta : R) : vector := fun y => if lt_dec y 2 then 1 else delta.

Lemma two_probable_first delta i : (i < 2)%nat -> two_probable delta i = 1.
Proof. intros H. unfold two_probable. destruct lt_dec; easy. Qed.

Lemma two_probable_other delta i : two_probable delta (S (S i)) = delta.
Proof. unfold two_probable. destruct lt_dec; [ lia | reflexivity ]. Qed.

(** The hypotheses hold together for every K ≥ 2: a reward of class 1, and p₁ = p₂. Laws: zoR.one-hot-angle. *)
Theorem B23_one_hot_exists K delta :
  (2 <= K)%nat -> 0 < delta -> one_hot_case K 1 (two_probable delta) (fun _ _ => 1) (kronecker 0) 0.
Proof.
  intros HK Hd. split; [ lra | split; [ | split; [ | split ] ] ].
  - intros y _. unfold two_probable. destruct lt_dec; lra.
  - intros i j _ _ _. lra.
  - split; [ lia | ]. unfold kronecker. split; [ simpl; lra | ].
    intros y _ Hy. destruct Nat.eq_dec; [ lia | reflexivity ].
  - intros i j _ _ _ _. right. lra.
Qed.

(** For K ≥ 3 no larger factor than K would do: where the other classes are improbable and all edges alike the bound is
    approached. Laws: zoR.one-hot-angle. *)
Theorem B23_one_hot_best K bound :
  (3 <= K)%nat ->
  (forall tau a w r c, one_hot_case K tau a w r c ->
    let X := policy_gradient K tau a r in
    let Y := laplacian K w r in
    bound * (squared_norm K X * squared_norm K Y) <= 2 * (INR K - 1) * (dot K X Y * dot K X Y)) ->
  bound <= INR K.
Proof.
  intros HK H. assert (HI : 3 <= INR K) by (replace 3 with (INR 3) by (simpl; ring); now apply le_INR).
  destruct K as [| [| n]]; [ lia | lia | ]. rewrite !S_INR in *. set (N := INR n) in *.
  assert (B : forall delta, 0 < delta ->
    bound * ((1 + N * delta) * (1 + N * delta) + (1 + N * (delta * delta)))
    <= 2 * (N + 2) * ((1 + N * delta) * (1 + N * delta))).
  { intros delta Hd. pose proof (B23_one_hot_exists (S (S n)) delta ltac:(lia) Hd) as Case.
    specialize (H _ _ _ _ _ Case). cbv zeta in H. unfold policy_gradient in H.
    set (p := normalize (S (S n)) (two_probable delta)) in *.
    assert (Sum : sum (S (S n)) (two_probable delta) = 2 + N * delta).
    { rewrite !sum_first, !two_probable_first by lia.
      rewrite (sum_equal n _ (fun _ => delta)), sum_const by (intros; apply two_probable_other). fold N. ring. }
    set (q := / (2 + N * delta)). assert (Q : 0 < q) by (apply Rinv_0_lt_compat; nra).
    assert (S1 : forall w v, (forall y, (y < S (S n))%nat -> y <> 0%nat -> w y 0%nat = w 0%nat y) ->
      (forall y, (y < S (S n))%nat -> y <> 0%nat -> v y 0%nat = v 0%nat y) ->
      dot (S (S n)) (laplacian (S (S n)) w (kronecker 0)) (laplacian (S (S n)) v (kronecker 0))
      = sum (S n) (fun i => w 0%nat (S i)) * sum (S n) (fun i => v 0%nat (S i))
        + sum (S n) (fun i => w 0%nat (S i) * v 0%nat (S i))).
    { intros w v Hw Hv. rewrite (dot_one_hot (S (S n)) 0 w v) by (auto; apply Case).
      unfold dot. rewrite !(sum_first (S n)).
      replace (kronecker 0 0) with 1 by reflexivity. rewrite !star_own.
      change (fun i => star 0 w (S i)) with (fun i => w 0%nat (S i)).
      change (fun i => star 0 v (S i)) with (fun i => v 0%nat (S i)).
      change (fun i => star 0 w (S i) * star 0 v (S i)) with (fun i => w 0%nat (S i) * v 0%nat (S i)). ring. }
    assert (Hv : forall y, (y < S (S n))%nat -> y <> 0%nat -> policy_edges p 1 y 0%nat = policy_edges p 1 0%nat y)
      by (intros; unfold policy_edges; lra).
    assert (V0 : policy_edges p 1 0%nat 1%nat = q * q).
    { unfold policy_edges, p, normalize. rewrite Sum, !two_probable_first by lia. unfold q. field. nra. }
    assert (V : forall i, policy_edges p 1 0%nat (S (S i)) = q * q * delta).
    { intros i. unfold policy_edges, p, normalize. rewrite Sum, two_probable_first, two_probable_other by lia.
      unfold q. field. nra. }
    unfold squared_norm in H. rewrite !S1 in H by auto. rewrite !sum_first, V0 in H.
    rewrite (sum_equal n (fun i => policy_edges p 1 0%nat (S (S i))) (fun _ => q * q * delta)) in H by auto.
    rewrite (sum_equal n (fun i => policy_edges p 1 0%nat (S (S i)) * policy_edges p 1 0%nat (S (S i)))
      (fun _ => q * q * delta * (q * q * delta))) in H by (intros; now rewrite !V).
    rewrite (sum_equal n (fun i => policy_edges p 1 0%nat (S (S i)) * 1) (fun _ => q * q * delta)) in H
      by (intros; rewrite V; ring).
    rewrite !sum_const in H. fold N in H.
    apply Rmult_le_reg_l with (q * q * (q * q) * ((N + 1) * (N + 2))).
    { repeat apply Rmult_lt_0_compat; lra. }
    nra. }
  apply Rnot_lt_le. intros C. assert (HN : 1 <= N) by lra.
  set (gap := bound - (N + 2)). set (e := Rmin (1 / 2) (gap / (3 * (N + 2)))).
  assert (G : 0 < gap / (3 * (N + 2))) by (apply Rdiv_lt_0_compat; unfold gap; lra).
  assert (He : 0 < e <= 1 / 2 /\ e <= gap / (3 * (N + 2))).
  { split; [ split; [ apply Rmin_glb_lt; lra | apply Rmin_l ] | apply Rmin_r ]. }
  assert (Small : 3 * (N + 2) * e <= gap).
  { replace gap with (3 * (N + 2) * (gap / (3 * (N + 2)))) by (field; lra). apply Rmult_le_compat_l; lra. }
  specialize (B (e / N) ltac:(apply Rdiv_lt_0_compat; lra)).
  replace (N * (e / N)) with e in B by (field; lra).
  replace bound with (N + 2 + gap) in * by (unfold gap; ring).
  assert (Square : 1 <= (1 + e) * (1 + e) <= 1 + 3 * e) by nra.
  assert (0 <= (N + 2 + gap) * (N * (e / N * (e / N)))) by (apply Rmult_le_pos; nra).
  assert ((N + 2 - gap) * ((1 + e) * (1 + e)) <= N + 2 - gap + 3 * (N + 2) * e); [ | nra ].
  destruct (Rle_dec (N + 2) gap); nra.
Qed.
