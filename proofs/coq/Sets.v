(** The formulas for the nearest point of a box, a ball, a halfspace and a hyperplane, in all dimensions. *)

From GradientLaws Require Export Projection.

(** ** The box, whose sides may be open *)

Definition at_least (lower : option R) (a : R) : Prop := match lower with Some l => l <= a | None => True end.
Definition at_most (upper : option R) (a : R) : Prop := match upper with Some u => a <= u | None => True end.

Definition box (d : nat) (lower upper : nat -> option R) (theta : vector) : Prop :=
  forall i, (i < d)%nat -> at_least (lower i) (theta i) /\ at_most (upper i) (theta i).

Definition box_not_empty (d : nat) (lower upper : nat -> option R) : Prop :=
  forall i l u, (i < d)%nat -> lower i = Some l -> upper i = Some u -> l <= u.

(** max(lower, min(upper, a)). *)
Definition clamp (lower upper : option R) (a : R) : R :=
  let capped := match upper with Some u => Rmin u a | None => a end in
  match lower with Some l => Rmax l capped | None => capped end.

Lemma box_convex d lower upper : convex_set (box d lower upper).
Proof.
  intros x y lambda Hx Hy Hl i Hi. specialize (Hx i Hi). specialize (Hy i Hi).
  unfold between, plus, scale, minus.
  destruct (lower i), (upper i); simpl in *; split; auto; nra.
Qed.

(** A-(16) for the box, all dimensions: Π(x)ᵢ = max(lowerᵢ, min(upperᵢ, xᵢ)).
    Laws: proj.def, proj.obtuse. *)
Theorem A16_box d lower upper x :
  box_not_empty d lower upper ->
  obtuse d (box d lower upper) x (fun i => clamp (lower i) (upper i) (x i)) /\
  nearest d (box d lower upper) x (fun i => clamp (lower i) (upper i) (x i)).
Proof.
  intros E.
  assert (O : obtuse d (box d lower upper) x (fun i => clamp (lower i) (upper i) (x i)));
    [ | split; [ exact O | now apply A16_obtuse_is_nearest ] ].
  split.
  - intros i Hi. specialize (E i). unfold clamp, Rmax, Rmin.
    destruct (lower i) as [l |], (upper i) as [u |]; simpl; auto;
      [ specialize (E l u Hi eq_refl eq_refl) | | ];
      repeat (destruct Rle_dec); split; auto; lra.
  - intros theta Ht. apply sum_nonneg. intros i Hi. specialize (E i). specialize (Ht i Hi).
    unfold minus, clamp, Rmax, Rmin.
    destruct (lower i) as [l |], (upper i) as [u |]; simpl in *;
      [ specialize (E l u Hi eq_refl eq_refl) | | | ];
      repeat (destruct Rle_dec); nra.
Qed.

(** ** The ball *)

Definition ball (d : nat) (center : vector) (radius : R) (theta : vector) : Prop :=
  squared_norm d (minus theta center) <= radius * radius.

(** c + r / max(r, ‖x − c‖) · (x − c). *)
Definition shorten (d : nat) (center : vector) (radius : R) (x : vector) : vector :=
  plus center (scale (radius / Rmax radius (norm d (minus x center))) (minus x center)).

Lemma ball_convex d center radius : convex_set (ball d center radius).
Proof.
  unfold convex_set, ball, between. intros x y lambda Hx Hy Hl.
  assert (E : squared_norm d (minus (plus x (scale lambda (minus y x))) center)
    = (1 - lambda) * squared_norm d (minus x center) + lambda * squared_norm d (minus y center)
      - lambda * (1 - lambda) * squared_norm d (minus y x)) by by_coordinates d.
  rewrite E. pose proof (squared_norm_nonneg d (minus y x)).
  assert (0 <= lambda * (1 - lambda) * squared_norm d (minus y x)) by (apply Rmult_le_pos; nra).
  nra.
Qed.

Lemma ball_at d center t v : squared_norm d (minus (plus center (scale t v)) center) = t * t * squared_norm d v.
Proof. by_coordinates d. Qed.

Lemma ball_angle d center t x theta :
  dot d (minus (plus center (scale t (minus x center))) theta) (minus x (plus center (scale t (minus x center))))
  = (1 - t) * (t * squared_norm d (minus x center) - dot d (minus theta center) (minus x center)).
Proof. by_coordinates d. Qed.

(** A-(16) for the ball, all dimensions: Π(x) = c + r/max(r, ‖x − c‖) (x − c).
    Laws: proj.def, proj.obtuse. *)
Theorem A16_ball d center radius x :
  0 < radius ->
  obtuse d (ball d center radius) x (shorten d center radius x) /\
  nearest d (ball d center radius) x (shorten d center radius x).
Proof.
  intros Hr.
  assert (O : obtuse d (ball d center radius) x (shorten d center radius x));
    [ | split; [ exact O | now apply A16_obtuse_is_nearest ] ].
  unfold shorten. set (v := minus x center). set (n := norm d v).
  pose proof (norm_nonneg d v) as Hn. pose proof (norm_squared d v) as Hv. fold n in Hn, Hv.
  assert (Hm : radius <= Rmax radius n /\ n <= Rmax radius n) by (split; [ apply Rmax_l | apply Rmax_r ]).
  set (t := radius / Rmax radius n).
  assert (Ht : 0 <= t <= 1).
  { unfold t. split; [ apply Rlt_le, Rdiv_lt_0_compat; lra | ].
    apply Rmult_le_reg_r with (Rmax radius n); [ lra | ]. field_simplify; lra. }
  assert (Htn : t * n <= radius).
  { unfold t. apply Rmult_le_reg_r with (Rmax radius n); [ lra | ]. field_simplify; [ nra | lra ]. }
  split.
  - unfold ball. rewrite ball_at, <- Hv. assert (0 <= t * n) by nra. nra.
  - intros theta Hb. unfold ball in Hb.
    unfold v at 1 2. rewrite ball_angle. fold v.
    destruct (Rle_dec n radius) as [Hin | Hout].
    + assert (t = 1).
      { unfold t. rewrite Rmax_left by lra. field. lra. }
      replace (1 - t) with 0 by lra. lra.
    + assert (Htr : t * n = radius).
      { unfold t. rewrite Rmax_right by lra. field. lra. }
      pose proof (cauchy_schwarz_norms d (minus theta center) v) as CS. fold n in CS.
      assert (norm d (minus theta center) <= radius) by (apply norm_of_bound; lra).
      apply Rmult_le_pos; [ lra | ]. rewrite <- Hv. nra.
Qed.

(** ** The halfspace and the hyperplane *)

Definition halfspace (d : nat) (a : vector) (b : R) (theta : vector) : Prop := dot d a theta <= b.
Definition hyperplane (d : nat) (a : vector) (b : R) (theta : vector) : Prop := dot d a theta = b.

Lemma dot_between d a x y lambda : dot d a (between x y lambda) = dot d a x + lambda * (dot d a y - dot d a x).
Proof. unfold between. by_coordinates d. Qed.

Lemma halfspace_convex d a b : convex_set (halfspace d a b).
Proof. intros x y lambda Hx Hy Hl. unfold halfspace in *. rewrite dot_between. nra. Qed.

Lemma hyperplane_convex d a b : convex_set (hyperplane d a b).
Proof. intros x y lambda Hx Hy Hl. unfold hyperplane in *. rewrite dot_between. nra. Qed.

Lemma dot_after_step d a x t : dot d a (minus x (scale t a)) = dot d a x - t * squared_norm d a.
Proof. by_coordinates d. Qed.

Lemma obtuse_along_normal d a x t theta :
  dot d (minus (minus x (scale t a)) theta) (minus x (minus x (scale t a)))
  = t * (dot d a (minus x (scale t a)) - dot d a theta).
Proof. by_coordinates d. Qed.

(** A-(16) for the halfspace a·θ ≤ b, all dimensions: Π(x) = x − max(0, a·x − b)/‖a‖² a.
    Laws: proj.def, proj.obtuse, proj.nonexp-unbounded. *)
Theorem A16_halfspace d a b x :
  0 < squared_norm d a ->
  let p := minus x (scale (Rmax 0 (dot d a x - b) / squared_norm d a) a) in
  obtuse d (halfspace d a b) x p /\ nearest d (halfspace d a b) x p.
Proof.
  intros Ha p.
  assert (E : Rmax 0 (dot d a x - b) / squared_norm d a * squared_norm d a = Rmax 0 (dot d a x - b))
    by (field; lra).
  assert (M : 0 <= Rmax 0 (dot d a x - b) / squared_norm d a).
  { apply Rmult_le_pos; [ apply Rmax_l | now apply Rlt_le, Rinv_0_lt_compat ]. }
  assert (O : obtuse d (halfspace d a b) x p);
    [ | split; [ exact O | now apply A16_obtuse_is_nearest ] ].
  unfold p. split.
  - unfold halfspace. rewrite dot_after_step, E. pose proof (Rmax_r 0 (dot d a x - b)). lra.
  - intros theta Ht. unfold halfspace in Ht. rewrite obtuse_along_normal, dot_after_step, E.
    destruct (Rle_dec (dot d a x - b) 0).
    + rewrite Rmax_left by lra. replace (0 / squared_norm d a) with 0 by (field; lra). lra.
    + apply Rmult_le_pos; [ exact M | ]. rewrite Rmax_right by lra. lra.
Qed.

(** A-(16) for the hyperplane a·θ = b, all dimensions: Π(x) = x − (a·x − b)/‖a‖² a, with equality in A-(23).
    Laws: proj.def, proj.obtuse, proj.affine-equality, proj.nonexp-unbounded. *)
Theorem A16_hyperplane d a b x :
  0 < squared_norm d a ->
  let p := minus x (scale ((dot d a x - b) / squared_norm d a) a) in
  nearest d (hyperplane d a b) x p /\
  forall theta, hyperplane d a b theta -> dot d (minus p theta) (minus x p) = 0.
Proof.
  intros Ha p.
  assert (Hp : dot d a p = b) by (unfold p; rewrite dot_after_step; field; lra).
  assert (Z : forall theta, hyperplane d a b theta -> dot d (minus p theta) (minus x p) = 0).
  { intros theta Ht. unfold p. rewrite obtuse_along_normal. fold p. rewrite Hp, Ht. ring. }
  split; [ | exact Z ]. apply A16_obtuse_is_nearest. split; [ exact Hp | ].
  intros theta Ht. rewrite Z; auto; lra.
Qed.
