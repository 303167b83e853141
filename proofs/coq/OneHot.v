(** Where B-(23) is right: for a reward of one class alone, the two gradients of a table of logits are less than 45
    degrees apart, for all K. *)

From GradientLaws Require Export Vectors.

(** The graph Laplacian of the edges w, applied to rewards: (L_w r)_k = Σ_y w_ky (r_k − r_y). *)
Definition laplacian (K : nat) (w : nat -> nat -> R) (r : vector) : vector :=
  fun k => sum K (fun y => w k y * (r k - r y)).

(** The share of a class in the softmax weights a = exp(z/τ): its probability. *)
Definition normalize (K : nat) (a : vector) : vector := fun y => a y / sum K a.

(** p_i p_j / τ: how strongly the policy gradient compares two classes. *)
Definition policy_edges (p : vector) (tau : R) (i j : nat) : R := p i * p j / tau.

(** A table of one positive weight for each pair of classes. *)
Definition positive_edges (K : nat) (w : nat -> nat -> R) : Prop :=
  forall i j, (i < K)%nat -> (j < K)%nat -> i <> j -> w i j = w j i /\ 0 < w i j.

(** Class c alone has a reward. *)
Definition one_hot (K c : nat) (r : vector) : Prop :=
  (c < K)%nat /\ r c <> 0 /\ forall y, (y < K)%nat -> y <> c -> r y = 0.

(** The more probable of two other classes also competes more with class c. *)
Definition same_order (K c : nat) (a : vector) (w : nat -> nat -> R) : Prop :=
  forall i j, (i < K)%nat -> (j < K)%nat -> i <> c -> j <> c -> a i <= a j \/ w c j <= w c i.

(** All that is asked for: a temperature, softmax weights, edges, and the reward of class c. *)
Definition one_hot_case (K : nat) (tau : R) (a : vector) (w : nat -> nat -> R) (r : vector) (c : nat) : Prop :=
  0 < tau /\ (forall y, (y < K)%nat -> 0 < a y) /\ positive_edges K w /\ one_hot K c r /\ same_order K c a w.

(** The policy gradient in the logits. *)
Definition policy_gradient (K : nat) (tau : R) (a r : vector) : vector :=
  laplacian K (policy_edges (normalize K a) tau) r.

(** The edges of class c, and 0 for itself. *)
Definition star (c : nat) (w : nat -> nat -> R) : vector := fun k => if Nat.eq_dec c k then 0 else w c k.

Lemma laplacian_one_hot K c w r k :
  (forall y, (y < K)%nat -> y <> c -> w y c = w c y) -> one_hot K c r -> (k < K)%nat ->
  laplacian K w r k = r c * (kronecker c k * sum K (star c w) - star c w k).
Proof.
  intros S (Hc & _ & Z) Hk. unfold laplacian, kronecker, star at 2. destruct (Nat.eq_dec c k) as [<- | N].
  - rewrite (sum_equal K _ (fun y => r c * star c w y)); [ rewrite sum_scale; ring | ].
    intros y Hy. unfold star. destruct (Nat.eq_dec c y) as [<- | N]; [ ring | ].
    rewrite (Z y) by auto. ring.
  - rewrite (sum_equal K _ (fun y => kronecker c y * (- r c * w k y))).
    + rewrite sum_kronecker, S by auto. ring.
    + intros y Hy. rewrite (Z k) by auto. unfold kronecker. destruct (Nat.eq_dec c y) as [<- | Ny]; [ ring | ].
      rewrite (Z y) by auto. ring.
Qed.

(** Both gradients as the edges of class c have them. *)
Lemma dot_one_hot K c w v r :
  (forall y, (y < K)%nat -> y <> c -> w y c = w c y) -> (forall y, (y < K)%nat -> y <> c -> v y c = v c y) ->
  one_hot K c r ->
  dot K (laplacian K w r) (laplacian K v r)
  = r c * r c * (sum K (star c w) * sum K (star c v) + dot K (star c w) (star c v)).
Proof.
  intros Sw Sv O. unfold dot.
  rewrite (sum_equal K _ (fun k => r c * r c * (sum K (star c w) * sum K (star c v) * (kronecker c k * 1)
    + star c w k * star c v k))).
  - rewrite sum_scale, sum_plus, sum_scale, sum_kronecker by apply O. ring.
  - intros k Hk. rewrite (laplacian_one_hot K c w r k), (laplacian_one_hot K c v r k) by auto.
    unfold star, kronecker. destruct Nat.eq_dec; ring.
Qed.

(** Of numbers that are all ordered alike one has the largest x and the largest y. *)
Lemma common_largest n x y :
  (1 <= n)%nat ->
  (forall i j, (i < n)%nat -> (j < n)%nat -> x i <= x j /\ y i <= y j \/ x j <= x i /\ y j <= y i) ->
  exists m, (m < n)%nat /\ forall i, (i < n)%nat -> x i <= x m /\ y i <= y m.
Proof.
  induction n as [| n IH]; intros Hn H; [ lia | ]. destruct (Nat.eq_dec n 0) as [-> | N].
  { exists O. split; [ lia | ]. intros i Hi. replace i with O by lia. lra. }
  destruct IH as (m & Hm & L); [ lia | intros; apply H; lia | ].
  destruct (H n m) as [C | C]; try lia; [ exists m | exists n ]; (split; [ lia | ]); intros i Hi;
    destruct (Nat.eq_dec i n) as [-> | Ni]; try lra; specialize (L i ltac:(lia)); lra.
Qed.

(** The sum of all terms but two is not negative. *)
Lemma sum_above_two n f i j :
  (forall k, (k < n)%nat -> 0 <= f k) -> (i < n)%nat -> (j < n)%nat -> i <> j -> f i + f j <= sum n f.
Proof.
  intros H Hi Hj N.
  assert (T : 0 <= f j - kronecker i j * f j <= sum n (fun k => f k - kronecker i k * f k)).
  { split; [ | apply (sum_nonneg_term n (fun k => f k - kronecker i k * f k)); auto; intros k Hk ];
      [ specialize (H j Hj) | specialize (H k Hk) ]; unfold kronecker; destruct Nat.eq_dec; lra. }
  rewrite sum_minus, sum_kronecker in T by auto. unfold kronecker in T. destruct Nat.eq_dec; [ easy | lra ].
Qed.

(** Chebyshev: Σ x Σ y ≤ n Σ xy for numbers that are ordered alike, of which there are n = K − 1. *)
Lemma chebyshev K c x y :
  (c < K)%nat -> x c = 0 -> y c = 0 ->
  (forall i j, (i < K)%nat -> (j < K)%nat -> 0 <= (x i - x j) * (y i - y j)) ->
  sum K x * sum K y <= (INR K - 1) * dot K x y.
Proof.
  intros Hc Zx Zy H.
  assert (P : 0 <= sum K (fun i => sum K (fun j =>
    (x i - x j) * (y i - y j) - kronecker c i * (x j * y j) - kronecker c j * (x i * y i)))).
  { apply sum_nonneg. intros i Hi. apply sum_nonneg. intros j Hj. specialize (H i j Hi Hj). unfold kronecker.
    destruct (Nat.eq_dec c i) as [<- | ], (Nat.eq_dec c j) as [<- | ]; rewrite ?Zx, ?Zy in *; lra. }
  rewrite (sum_equal K _ (fun i => INR K * (x i * y i) + dot K x y - (sum K y * x i + sum K x * y i)
    - kronecker c i * dot K x y - x i * y i)) in P.
  - rewrite !sum_minus, !sum_plus, !sum_scale, sum_const, sum_kronecker in P by exact Hc. unfold dot in *. lra.
  - intros i _. rewrite !sum_minus, sum_kronecker, sum_scale by exact Hc. unfold dot.
    rewrite (sum_equal K _ (fun j => x i * y i + x j * y j - (x i * y j + y i * x j))) by (intros; ring).
    rewrite sum_minus, !sum_plus, !sum_scale, sum_const. ring.
Qed.

Lemma squares_below_largest n x m :
  (forall i, (i < n)%nat -> 0 <= x i <= x m) -> dot n x x <= sum n x * x m.
Proof. intros H. rewrite <- sum_scale_right. apply sum_le. intros i Hi. specialize (H i Hi). nra. Qed.

(** The bound, for the edges alone. *)
Lemma star_angle K c x y :
  (3 <= K)%nat -> (c < K)%nat -> x c = 0 -> y c = 0 ->
  (forall i, (i < K)%nat -> i <> c -> 0 < x i /\ 0 < y i) ->
  (forall i j, (i < K)%nat -> (j < K)%nat -> i <> c -> j <> c -> x i <= x j \/ y j <= y i) ->
  INR K * ((sum K x * sum K x + dot K x x) * (sum K y * sum K y + dot K y y))
  < 2 * (INR K - 1) * ((sum K x * sum K y + dot K x y) * (sum K x * sum K y + dot K x y)).
Proof.
  intros HK Hc Zx Zy P O.
  assert (N : forall i, (i < K)%nat -> 0 <= x i /\ 0 <= y i).
  { intros i Hi. destruct (Nat.eq_dec i c) as [-> | E]; [ lra | ]. specialize (P i Hi E). lra. }
  assert (Alike : forall i j, (i < K)%nat -> (j < K)%nat -> x i <= x j /\ y i <= y j \/ x j <= x i /\ y j <= y i).
  { intros i j Hi Hj. pose proof (N i Hi). pose proof (N j Hj).
    destruct (Nat.eq_dec i c) as [-> | Ei], (Nat.eq_dec j c) as [-> | Ej]; [ lra | lra | lra | ].
    pose proof (O i j Hi Hj Ei Ej). pose proof (O j i Hj Hi Ej Ei). lra. }
  destruct (common_largest K x y ltac:(lia) Alike) as (m & Hm & L).
  assert (Third : exists k, (k < K)%nat /\ k <> c /\ k <> m).
  { destruct (Nat.eq_dec c 0), (Nat.eq_dec m 0), (Nat.eq_dec c 1), (Nat.eq_dec m 1);
      try (exists 0%nat; lia); try (exists 1%nat; lia); exists 2%nat; lia. }
  destruct Third as (k & Hk & Nc & Nm). pose proof (P k Hk Nc). pose proof (L k Hk).
  assert (Sx : x m + x k <= sum K x) by (apply sum_above_two; auto; intros; now apply N).
  assert (Sy : y m + y k <= sum K y) by (apply sum_above_two; auto; intros; now apply N).
  assert (C : x m * y m <= dot K x y).
  { apply (sum_nonneg_term K (fun i => x i * y i)); auto. intros i Hi. specialize (N i Hi). nra. }
  assert (Bx : dot K x x <= sum K x * x m)
    by (apply squares_below_largest; intros i Hi; split; [ now apply N | now apply L ]).
  assert (By : dot K y y <= sum K y * y m)
    by (apply squares_below_largest; intros i Hi; split; [ now apply N | now apply L ]).
  assert (Ch : sum K x * sum K y <= (INR K - 1) * dot K x y).
  { apply (chebyshev K c); auto. intros i j Hi Hj. destruct (Alike i j Hi Hj); nra. }
  set (S := sum K x) in *. set (T := sum K y) in *. set (D := dot K x y) in *.
  assert (HI : 3 <= INR K) by (replace 3 with (INR 3) by (simpl; ring); now apply le_INR).
  assert (Nx : 0 <= dot K x x) by apply squared_norm_nonneg.
  assert (Ny : 0 <= dot K y y) by apply squared_norm_nonneg.
  assert (First : (S * S + dot K x x) * (T * T + dot K y y) <= S * T * ((S + x m) * (T + y m))).
  { replace (S * T * ((S + x m) * (T + y m))) with (S * (S + x m) * (T * (T + y m))) by ring.
    apply Rmult_le_compat; nra. }
  assert (Second : (S + x m) * (T + y m) < 2 * (S * T + D)).
  { assert (0 < (S - x m) * (T - y m)) by (apply Rmult_lt_0_compat; lra). lra. }
  assert (ST : 0 < S * T) by (apply Rmult_lt_0_compat; lra).
  assert (Last : INR K * (S * T) <= (INR K - 1) * (S * T + D)) by lra.
  apply Rle_lt_trans with (INR K * (S * T) * ((S + x m) * (T + y m))); [ rewrite Rmult_assoc; nra | ].
  apply Rlt_le_trans with (INR K * (S * T) * (2 * (S * T + D))); [ apply Rmult_lt_compat_l; nra | ].
  assert (0 <= S * T + D) by nra. nra.
Qed.

(** For two classes both gradients are multiples of (1, −1). *)
Lemma star_parallel c x y :
  (c < 2)%nat -> x c = 0 -> y c = 0 ->
  (sum 2 x * sum 2 x + dot 2 x x) * (sum 2 y * sum 2 y + dot 2 y y)
  = (sum 2 x * sum 2 y + dot 2 x y) * (sum 2 x * sum 2 y + dot 2 x y).
Proof. intros Hc Zx Zy. destruct c as [| [| c]]; [ | | lia ]; unfold dot; simpl; rewrite Zx, Zy; ring. Qed.

Lemma star_own c w : star c w c = 0.
Proof. unfold star. destruct Nat.eq_dec; easy. Qed.

(** B-(23) for a reward of one class alone, as squared cosines: the inner product of the policy gradient X and the
    zeroth-order gradient Y is positive, K ‖X‖² ‖Y‖² < 2 (K − 1) (X·Y)² for three classes or more, and
    ‖X‖² ‖Y‖² = (X·Y)² for two. Laws: zoR.one-hot-angle. *)
Theorem B23_one_hot_angle K tau a w r c :
  (2 <= K)%nat -> one_hot_case K tau a w r c ->
  let X := policy_gradient K tau a r in
  let Y := laplacian K w r in
  0 < dot K X Y /\
  ((3 <= K)%nat -> INR K * (squared_norm K X * squared_norm K Y) < 2 * (INR K - 1) * (dot K X Y * dot K X Y)) /\
  (K = 2%nat -> squared_norm K X * squared_norm K Y = dot K X Y * dot K X Y).
Proof.
  intros HK (Ht & Ha & Hw & Hr & Order). pose proof Hr as (Hc & Nr & _). intros X Y.
  set (v := policy_edges (normalize K a) tau) in *.
  assert (Q : forall i, (i < K)%nat -> 0 < normalize K a i).
  { intros i Hi. apply Rdiv_lt_0_compat; [ auto | ]. apply Rlt_le_trans with (a i); [ auto | ].
    apply sum_nonneg_term; auto. intros. apply Rlt_le; auto. }
  assert (Sv : forall y, (y < K)%nat -> y <> c -> v y c = v c y) by (intros; unfold v, policy_edges; lra).
  assert (Sw : forall y, (y < K)%nat -> y <> c -> w y c = w c y) by (intros; now apply Hw).
  assert (XY : dot K X Y = r c * r c * (sum K (star c v) * sum K (star c w) + dot K (star c v) (star c w)))
    by now apply dot_one_hot.
  assert (XX : squared_norm K X = r c * r c * (sum K (star c v) * sum K (star c v) + dot K (star c v) (star c v)))
    by now apply dot_one_hot.
  assert (YY : squared_norm K Y = r c * r c * (sum K (star c w) * sum K (star c w) + dot K (star c w) (star c w)))
    by now apply dot_one_hot.
  rewrite XY, XX, YY. set (x := star c v) in *. set (y := star c w) in *.
  assert (Zx : x c = 0) by apply star_own. assert (Zy : y c = 0) by apply star_own.
  assert (P : forall i, (i < K)%nat -> i <> c -> 0 < x i /\ 0 < y i).
  { intros i Hi N. unfold x, y, star. destruct Nat.eq_dec as [E | _]; [ now symmetry in E | ].
    split; [ | now apply Hw; auto ]. apply Rdiv_lt_0_compat; [ | exact Ht ].
    apply Rmult_lt_0_compat; auto. }
  assert (N : forall i, (i < K)%nat -> 0 <= x i /\ 0 <= y i).
  { intros i Hi. destruct (Nat.eq_dec i c) as [-> | E]; [ lra | ]. specialize (P i Hi E). lra. }
  assert (Rc : 0 < r c * r c) by nra.
  split; [ | split ].
  - assert (Other : exists k, (k < K)%nat /\ k <> c)
      by (destruct (Nat.eq_dec c 0); [ exists 1%nat | exists 0%nat ]; lia).
    destruct Other as (k & Hk & Nk). specialize (P k Hk Nk). apply Rmult_lt_0_compat; [ exact Rc | ].
    assert (x k <= sum K x) by (apply sum_nonneg_term; auto; intros; now apply N).
    assert (y k <= sum K y) by (apply sum_nonneg_term; auto; intros; now apply N).
    assert (0 <= dot K x y) by (apply sum_nonneg; intros i Hi; specialize (N i Hi); nra). nra.
  - intros H3.
    assert (B : INR K * ((sum K x * sum K x + dot K x x) * (sum K y * sum K y + dot K y y))
      < 2 * (INR K - 1) * ((sum K x * sum K y + dot K x y) * (sum K x * sum K y + dot K x y))).
    { apply (star_angle K c); auto. intros i j Hi Hj Ni Nj.
      destruct (Order i j Hi Hj Ni Nj) as [H | H]; [ left | right ]; unfold x, y, star;
        (destruct (Nat.eq_dec c i) as [E | _]; [ now symmetry in E | ]);
        (destruct (Nat.eq_dec c j) as [E | _]; [ now symmetry in E | ]); [ | exact H ].
      specialize (Q c Hc). unfold v, policy_edges, Rdiv.
      apply Rmult_le_compat_r; [ apply Rlt_le, Rinv_0_lt_compat, Ht | ].
      apply Rmult_le_compat_l; [ lra | ]. unfold normalize, Rdiv. apply Rmult_le_compat_r; [ | exact H ].
      apply Rlt_le, Rinv_0_lt_compat. apply Rlt_le_trans with (a c); [ auto | ].
      apply sum_nonneg_term; auto. intros. apply Rlt_le; auto. }
    apply Rmult_lt_compat_l with (r := r c * r c * (r c * r c)) in B; [ lra | now apply Rmult_lt_0_compat ].
  - intros ->. pose proof (star_parallel c x y Hc Zx Zy) as E.
    apply Rmult_eq_compat_l with (r := r c * r c * (r c * r c)) in E. lra.
Qed.
