(** The formulas for the nearest point of a segment, an affine subspace, a polytope and a product, in all dimensions. *)

From GradientLaws Require Export Sets.

(** ** The segment *)

(** (1 − t) a + t b. *)
Definition on_segment (a b : vector) (t : R) : vector := plus (scale (1 - t) a) (scale t b).

Definition segment (d : nat) (a b theta : vector) : Prop := exists t, 0 <= t <= 1 /\ same d theta (on_segment a b t).

Lemma segment_angle d a b t s x :
  dot d (minus (on_segment a b t) (on_segment a b s)) (minus x (on_segment a b t))
  = (t - s) * (dot d (minus x a) (minus b a) - t * squared_norm d (minus b a)).
Proof. unfold on_segment. by_coordinates d. Qed.

(** A-(16) for the segment, all dimensions: Π(x) = (1 − t) a + t b with t = max(0, min(1, (x − a)·(b − a)/‖b − a‖²)),
    and a where a = b. Laws: proj.feasible, proj.def, proj.obtuse. *)
Theorem A16_segment d a b x :
  (0 < squared_norm d (minus b a) ->
    let t := clamp (Some 0) (Some 1) (dot d (minus x a) (minus b a) / squared_norm d (minus b a)) in
    obtuse d (segment d a b) x (on_segment a b t) /\ nearest d (segment d a b) x (on_segment a b t)) /\
  (same d a b -> obtuse d (segment d a b) x a /\ nearest d (segment d a b) x a).
Proof.
  assert (Enough : forall p, obtuse d (segment d a b) x p ->
    obtuse d (segment d a b) x p /\ nearest d (segment d a b) x p)
    by (intros p O; split; [ exact O | now apply A16_obtuse_is_nearest ]).
  split; intros H; [ intros t | ]; apply Enough; split.
  - exists t. split; [ | intros i _; reflexivity ].
    unfold t, clamp, Rmax, Rmin. repeat destruct Rle_dec; lra.
  - intros theta (s & Hs & E).
    assert (D : dot d (minus (on_segment a b t) theta) (minus x (on_segment a b t))
      = dot d (minus (on_segment a b t) (on_segment a b s)) (minus x (on_segment a b t))).
    { apply dot_same_left. intros i Hi. unfold minus. now rewrite E. }
    rewrite D, segment_angle. set (L := squared_norm d (minus b a)) in *. set (q := dot d (minus x a) (minus b a)) in *.
    replace (q - t * L) with ((q / L - t) * L) by (field; lra).
    rewrite <- Rmult_assoc. apply Rmult_le_pos; [ | lra ].
    unfold t, clamp, Rmax, Rmin. repeat destruct Rle_dec; nra.
  - exists 0. split; [ lra | ]. intros i Hi. unfold on_segment, plus, scale. ring.
  - intros theta (s & Hs & E). rewrite (dot_same_left d _ (fun _ => 0)).
    + unfold dot. rewrite (sum_equal d _ (fun _ => 0)), sum_zero; [ lra | intros; ring ].
    + intros i Hi. unfold minus. rewrite E by exact Hi. unfold on_segment, plus, scale. rewrite <- (H i Hi). ring.
Qed.

(** ** Linear conditions *)

(** λ₁ a₁ + … + λₙ aₙ. *)
Definition combination (n : nat) (lambda : nat -> R) (a : nat -> vector) : vector :=
  fun i => sum n (fun k => lambda k * a k i).

Lemma dot_combination d n lambda a v : dot d v (combination n lambda a) = sum n (fun k => lambda k * dot d (a k) v).
Proof.
  unfold dot, combination.
  rewrite (sum_equal d _ (fun i => sum n (fun k => lambda k * (a k i * v i)))).
  - rewrite sum_exchange. apply sum_equal. intros k _. apply sum_scale.
  - intros i _. rewrite <- sum_scale. apply sum_equal. intros. ring.
Qed.

Lemma back_to_combination d n lambda a x v :
  dot d v (minus x (minus x (combination n lambda a))) = sum n (fun k => lambda k * dot d (a k) v).
Proof. rewrite <- dot_combination. apply sum_equal. intros. unfold minus. ring. Qed.

Lemma dot_minus_right d v x y : dot d v (minus x y) = dot d v x - dot d v y.
Proof. by_coordinates d. Qed.

Definition affine_subspace (d n : nat) (a : nat -> vector) (b : nat -> R) (theta : vector) : Prop :=
  forall k, (k < n)%nat -> dot d (a k) theta = b k.

(** M = (A Aᵀ)⁻¹ for the rows of A. *)
Definition inverse_gram (d n : nat) (a : nat -> vector) (M : nat -> nat -> R) : Prop :=
  forall k j, (k < n)%nat -> (j < n)%nat -> sum n (fun i => dot d (a k) (a i) * M i j) = kronecker k j.

(** λ = M (A x − b). *)
Definition multipliers (d n : nat) (a : nat -> vector) (b : nat -> R) (M : nat -> nat -> R) (x : vector) : vector :=
  fun i => sum n (fun j => M i j * (dot d (a j) x - b j)).

(** A-(16) for the affine subspace A θ = b, all dimensions: Π(x) = x − Aᵀ M (A x − b), with equality in A-(23).
    Laws: proj.feasible, proj.def, proj.obtuse, proj.affine-equality. *)
Theorem A16_affine d n a b M x :
  inverse_gram d n a M ->
  let p := minus x (combination n (multipliers d n a b M x) a) in
  nearest d (affine_subspace d n a b) x p /\
  forall theta, affine_subspace d n a b theta -> dot d (minus p theta) (minus x p) = 0.
Proof.
  intros G p.
  assert (Hp : affine_subspace d n a b p).
  { intros k Hk. unfold p. rewrite dot_minus_right, dot_combination.
    rewrite (sum_equal n _ (fun i => sum n (fun j => dot d (a k) (a i) * M i j * (dot d (a j) x - b j)))).
    - rewrite sum_exchange, (sum_equal n _ (fun j => kronecker k j * (dot d (a j) x - b j))).
      + rewrite sum_kronecker by exact Hk. ring.
      + intros j Hj. rewrite sum_scale_right, G by assumption. reflexivity.
    - intros i _. unfold multipliers. rewrite (dot_comm d (a i)), Rmult_comm, <- sum_scale.
      apply sum_equal. intros. ring. }
  assert (Z : forall theta, affine_subspace d n a b theta -> dot d (minus p theta) (minus x p) = 0).
  { intros theta Ht. unfold p at 2. rewrite back_to_combination, <- (sum_zero n). apply sum_equal. intros k Hk.
    rewrite dot_minus_right, Hp, Ht by exact Hk. ring. }
  split; [ | exact Z ]. apply A16_obtuse_is_nearest. split; [ exact Hp | ]. intros theta Ht. rewrite Z; auto; lra.
Qed.

Definition polytope (d n : nat) (a : nat -> vector) (b : nat -> R) (theta : vector) : Prop :=
  forall k, (k < n)%nat -> halfspace d (a k) (b k) theta.

(** A-(16) for the polytope A θ ≤ b, all dimensions: a point x − Aᵀ λ of it with λ ≥ 0, and λ_k = 0 unless condition k
    is an equality there, is Π(x) (Karush, Kuhn and Tucker). Laws: proj.feasible, proj.def, proj.obtuse. *)
Theorem A16_polytope d n a b lambda x :
  let p := minus x (combination n lambda a) in
  polytope d n a b p ->
  (forall k, (k < n)%nat -> 0 <= lambda k /\ (lambda k = 0 \/ dot d (a k) p = b k)) ->
  obtuse d (polytope d n a b) x p /\ nearest d (polytope d n a b) x p.
Proof.
  intros p Hp L.
  assert (O : obtuse d (polytope d n a b) x p); [ | split; [ exact O | now apply A16_obtuse_is_nearest ] ].
  split; [ exact Hp | ]. intros theta Ht. unfold p at 2. rewrite back_to_combination. apply sum_nonneg. intros k Hk.
  rewrite dot_minus_right. destruct (L k Hk) as [P [-> | E]]; [ lra | ].
  specialize (Ht k Hk). unfold halfspace in Ht. rewrite E. apply Rmult_le_pos; lra.
Qed.

(** ** The product *)

(** The coordinates from m on. *)
Definition rest (m : nat) (x : vector) : vector := fun i => x (m + i)%nat.

(** The first m coordinates belong to the first factor, the others to the second, which may be a product. *)
Definition product (m : nat) (First Second : vector -> Prop) (theta : vector) : Prop :=
  First theta /\ Second (rest m theta).

(** A-(16) for the product, all dimensions: Π(x) is that of the factors, side by side. Laws: proj.feasible, proj.def. *)
Theorem A16_product m n First Second x p :
  nearest m First x p -> nearest n Second (rest m x) (rest m p) -> nearest (m + n) (product m First Second) x p.
Proof.
  intros N1 N2. split; [ split; [ apply N1 | apply N2 ] | ]. intros theta [H1 H2]. apply norm_le_norm.
  assert (E : forall v, squared_norm (m + n) (minus x v) = squared_norm m (minus x v)
    + squared_norm n (minus (rest m x) (rest m v))) by (intros; apply sum_append).
  rewrite !E. pose proof (nearest_squared m First x p theta N1 H1).
  pose proof (nearest_squared n Second (rest m x) (rest m p) (rest m theta) N2 H2). lra.
Qed.
