(** The hypotheses hold together, in every dimension, and two of them cannot be dropped. *)

From GradientLaws Require Import Schedules Sets Softening.

(** The run in as many dimensions as steps that starts at (1, …, 1) and sets one coordinate to 0 in each step. *)
Definition corner (t : nat) : vector := fun i => if le_dec t (S i) then 1 else 0.
Definition axis (t : nat) : vector := kronecker (pred t).
Definition cube (d : nat) : vector -> Prop := box d (fun _ => Some 0) (fun _ => Some 1).

Lemma corner_step t i : (1 <= t)%nat -> corner (S t) i = corner t i - axis t i.
Proof. intros Ht. unfold corner, axis, kronecker. destruct le_dec, le_dec, Nat.eq_dec; try lia; lra. Qed.

Lemma corner_in_cube d t : cube d (corner t).
Proof. intros i _. unfold corner. simpl. destruct le_dec; lra. Qed.

Lemma axis_norm d t : (1 <= t <= d)%nat -> squared_norm d (axis t) = 1.
Proof.
  intros Ht. unfold squared_norm, dot, axis. rewrite sum_kronecker by lia. unfold kronecker.
  destruct Nat.eq_dec; [ reflexivity | contradiction ].
Qed.

Lemma corner_run T eta :
  (1 <= T)%nat -> (forall t, (1 <= t <= T)%nat -> eta t = 1) ->
  projected_sgd T T (cube T) (fun t => dot T (axis t)) corner axis eta (fun _ => 0).
Proof.
  intros HT He t Ht. rewrite He by exact Ht. split; [ lra | split; [ split; [ apply corner_in_cube | ] | ] ].
  - intros theta _. apply norm_le_norm.
    apply Rle_trans with 0; [ | apply squared_norm_nonneg ].
    apply Req_le. rewrite <- (sum_zero T). apply sum_equal.
    intros i _. unfold minus, scale. rewrite corner_step by lia. ring.
  - assert (dot T (minus (fun _ => 0) (corner t)) (axis t) = dot T (axis t) (fun _ => 0) - dot T (axis t) (corner t))
      by by_coordinates T. lra.
Qed.

(** The hypotheses of A-(6) hold together for every T, with D = √T the diameter of Θ, the cube, and G = 1; and the bound
    is attained. Laws: sgd.tight-orthogonal. *)
Theorem A6_attained T :
  (1 <= T)%nat ->
  projected_sgd T T (cube T) (fun t => dot T (axis t)) corner axis (fun _ => sqrt (INR T) / (1 * sqrt (INR T)))
    (fun _ => 0) /\
  (forall x y, cube T x -> cube T y -> norm T (minus x y) <= sqrt (INR T)) /\
  (forall t, (1 <= t <= T)%nat -> norm T (axis t) <= 1) /\
  cube T (corner 1) /\ cube T (fun _ => 0) /\
  regret T (fun t => dot T (axis t)) corner (fun _ => 0) / INR T = sqrt (INR T) * 1 / sqrt (INR T).
Proof.
  intros HT. pose proof (root_positive T HT) as Hr. assert (P : 0 < INR T) by (apply lt_0_INR; lia).
  split; [ | split; [ | split; [ | split; [ | split ] ] ] ].
  - apply corner_run; auto. intros. field. lra.
  - intros x y Hx Hy. apply norm_of_bound; [ lra | ]. rewrite root_squared, <- (Rmult_1_r (INR T)), <- sum_const.
    apply sum_le. intros i Hi. specialize (Hx i Hi). specialize (Hy i Hi). simpl in *. unfold minus. nra.
  - intros t Ht. apply norm_of_bound; [ lra | ]. rewrite axis_norm by exact Ht. lra.
  - apply corner_in_cube.
  - intros i _. simpl. lra.
  - assert (E : regret T (fun t => dot T (axis t)) corner (fun _ => 0) = INR T).
    { unfold regret, total. rewrite (sum_equal T _ (fun _ => 1)); [ rewrite sum_const; ring | ].
      intros k Hk. unfold dot, axis. simpl pred. rewrite !sum_kronecker by exact Hk. unfold corner.
      destruct le_dec; [ ring | lia ]. }
    rewrite E. field. split; lra.
Qed.

(** Directions ±√d e_i, each with the weight 1/(2d), satisfy everything that B-(12) and B-(13) ask for, in every d. *)
Definition signed_axis (d : nat) (k : nat) : vector :=
  if lt_dec k d then scale (sqrt (INR d)) (kronecker k) else scale (- sqrt (INR d)) (kronecker (k - d)).

Lemma signed_axis_mean d f :
  mean (d + d) (fun _ => 1 / (2 * INR d)) (fun k => f (signed_axis d k))
  = 1 / (2 * INR d) * (sum d (fun k => f (scale (sqrt (INR d)) (kronecker k)))
                       + sum d (fun k => f (scale (- sqrt (INR d)) (kronecker k)))).
Proof.
  unfold mean. rewrite sum_append, Rmult_plus_distr_l, <- !sum_scale. f_equal; apply sum_equal; intros k Hk;
    unfold signed_axis; destruct lt_dec; try lia; auto.
  replace (d + k - d)%nat with k by lia. reflexivity.
Qed.

(** The hypotheses on the directions hold together in every dimension. *)
Theorem B12_directions_exist d :
  (1 <= d)%nat ->
  sum (d + d) (fun _ => 1 / (2 * INR d)) = 1 /\
  centered d (d + d) (fun _ => 1 / (2 * INR d)) (signed_axis d) /\
  isotropic d (d + d) (fun _ => 1 / (2 * INR d)) (signed_axis d) /\
  no_third_moments d (d + d) (fun _ => 1 / (2 * INR d)) (signed_axis d).
Proof.
  intros Hd. assert (P : 0 < INR d) by (apply lt_0_INR; lia). pose proof (root_squared d) as E.
  split; [ | split; [ | split ] ].
  - rewrite sum_const, plus_INR. field. lra.
  - intros i Hi. rewrite (signed_axis_mean d (fun u => u i)). unfold scale. rewrite !sum_scale. ring.
  - intros i j Hi Hj. rewrite (signed_axis_mean d (fun u => u i * u j)). unfold scale.
    rewrite <- sum_plus, (sum_equal d _ (fun k => 2 * (sqrt (INR d) * sqrt (INR d)) * (kronecker i k * kronecker k j)))
      by (intros k _; rewrite (kronecker_sym i k); ring).
    rewrite sum_scale, (sum_kronecker d i (fun k => kronecker k j)), E by exact Hi. field. lra.
  - intros i j l Hi Hj Hl. rewrite (signed_axis_mean d (fun u => u i * u j * u l)). unfold scale.
    rewrite <- sum_plus, (sum_equal d _ (fun _ => 0)); [ rewrite sum_zero; ring | ]. intros. ring.
Qed.

(** Without "nonincreasing" A-(4) is false: the loss θ on the line from 1 with the rates 1/10, 1. *)
Theorem A4_needs_nonincreasing :
  exists theta eta,
    projected_sgd 1 2 (fun _ => True) (fun _ x => x O) theta (fun _ _ => 1) eta (fun _ => 0) /\
    (forall t, (1 <= t <= 2)%nat -> norm 1 (minus (theta t) (fun _ => 0)) <= 1) /\ norm 1 (fun _ => 1) <= 1 /\
    1 * 1 / (2 * INR 2 * eta 2%nat) + 1 * 1 / (2 * INR 2) * total 2 eta
      < regret 2 (fun _ x => x O) theta (fun _ => 0) / INR 2.
Proof.
  set (theta := fun t (_ : nat) => match t with 0%nat | 1%nat => 1 | 2%nat => 9 / 10 | _ => - (1 / 10) end).
  set (eta := fun t => match t with 0%nat | 1%nat => 1 / 10 | _ => 1 end).
  exists theta, eta. split; [ | split; [ | split ] ].
  - intros t Ht. assert (T : t = 1%nat \/ t = 2%nat) by lia. split; [ | split; [ split; [ exact I | ] | ] ].
    + unfold eta. destruct T as [-> | ->]; lra.
    + intros y _. apply norm_le_norm. apply Rle_trans with 0; [ | apply squared_norm_nonneg ].
      unfold squared_norm, dot, minus, scale, theta, eta. destruct T as [-> | ->]; simpl; lra.
    + unfold dot, minus. simpl. lra.
  - intros t Ht. assert (T : t = 1%nat \/ t = 2%nat) by lia. apply norm_of_bound; [ lra | ].
    unfold squared_norm, dot, minus, theta. destruct T as [-> | ->]; simpl; lra.
  - apply norm_of_bound; [ lra | ]. unfold squared_norm, dot. simpl. lra.
  - unfold regret, total, theta, eta. simpl. lra.
Qed.

(** Without "convex" A-(19) is false: 1/10 is projected onto {−1, 1} to 1, away from −1. *)
Theorem A19_needs_convex :
  exists Theta phi p theta,
    nearest 1 Theta phi p /\ Theta theta /\ norm 1 (minus phi theta) < norm 1 (minus p theta).
Proof.
  exists (fun x => x O = 1 \/ x O = -1), (fun _ => 1 / 10), (fun _ => 1), (fun _ => -1).
  split; [ split; [ now left | ] | split; [ now right | ] ].
  - intros theta Ht. apply norm_le_norm. unfold squared_norm, dot, minus. simpl. destruct Ht as [-> | ->]; lra.
  - apply sqrt_lt_1; try apply squared_norm_nonneg. unfold squared_norm, dot, minus. simpl. lra.
Qed.

(** The hypotheses of B-(22) hold together for every K: two signs, and a first class that leads by 1 wherever they point.
    Laws: zoR.soften. *)
Theorem B22_softening_example K theta :
  (1 <= K)%nat ->
  let u := fun k => (fun _ => if Nat.eq_dec k 0 then 1 else -1) : vector in
  centered 1 2 (fun _ => / 2) u /\
  softening none 2 (fun _ => / 2) u K (fun _ => kronecker 0) (kronecker 0) 0 1 (fun _ => 1) theta 1.
Proof.
  intros HK u. assert (Lead : argmax K (kronecker 0) = O).
  { destruct (argmax_first K (kronecker 0) HK) as (_ & Most & _). specialize (Most O ltac:(lia)).
    unfold kronecker in Most. simpl in Most. destruct (argmax K _); [ reflexivity | simpl in Most; lra ]. }
  assert (Zero : forall y, y <> O -> kronecker 0 y = 0) by (intros [| y] N; [ contradiction | reflexivity ]).
  split; [ intros i _; unfold mean, u; simpl; lra | ]. split; [ exact HK | split; [ lra | split ] ].
  - intros y _. unfold kronecker. destruct (Nat.eq_dec 0 y); lra.
  - intros k _. split; [ lra | ]. cbv zeta. unfold ties_settled. rewrite Lead. change (kronecker 0 0) with 1.
    split; [ right | ]; intros y _ N; rewrite Zero by exact N; lra.
Qed.
