(** The projection onto a convex set, A-(16) to A-(24), in all dimensions: from "nearest point" to Fejér and firm. *)

From GradientLaws Require Export Vectors.

Implicit Types Theta : vector -> Prop.

(** The point at λ on the way from x to y. *)
Definition between (x y : vector) (lambda : R) : vector := plus x (scale lambda (minus y x)).

Definition convex_set (Theta : vector -> Prop) : Prop :=
  forall x y lambda, Theta x -> Theta y -> 0 <= lambda <= 1 -> Theta (between x y lambda).

(** p = Π(φ), A-(16): p lies in Θ, and no point of Θ is nearer to φ. *)
Definition nearest (d : nat) (Theta : vector -> Prop) (phi p : vector) : Prop :=
  Theta p /\ forall theta, Theta theta -> norm d (minus phi p) <= norm d (minus phi theta).

Lemma nearest_squared d Theta phi p theta :
  nearest d Theta phi p -> Theta theta -> squared_norm d (minus phi p) <= squared_norm d (minus phi theta).
Proof. intros [_ H] Ht. rewrite <- (norm_squared d (minus phi theta)). now apply squared_norm_of_bound, H. Qed.

(** A-(20): no point p + λ(θ − p) = λθ + (1 − λ)p of the segment from Π(φ) to θ is nearer to φ, and φ less that point is
    (φ − p) + λ(p − θ). Laws: proj.min-segment, sgd.c-su. *)
Theorem A20_segment d Theta phi p theta lambda :
  convex_set Theta -> nearest d Theta phi p -> Theta theta -> 0 <= lambda <= 1 ->
  norm d (minus phi p) <= norm d (minus phi (between p theta lambda)) /\
  same d (between p theta lambda) (plus (scale lambda theta) (scale (1 - lambda) p)) /\
  same d (minus phi (between p theta lambda)) (plus (minus phi p) (scale lambda (minus p theta))).
Proof.
  intros C [Hp N] Ht Hl. split; [ apply N, C; auto | ].
  split; intros i _; unfold between, plus, minus, scale; ring.
Qed.

(** A-(21), the identity: ‖φ − p_λ‖² − ‖φ − p‖² = λ²‖p − θ‖² + 2λ (p − θ)·(φ − p), for all λ and any points.
    Laws: proj.square. *)
Theorem A21_square d phi p theta lambda :
  squared_norm d (minus phi (between p theta lambda)) - squared_norm d (minus phi p)
  = lambda * lambda * squared_norm d (minus p theta) + 2 * lambda * dot d (minus p theta) (minus phi p).
Proof. unfold between. by_coordinates d. Qed.

(** A-(21), the inequality, for 0 ≤ λ ≤ 1. Laws: proj.square. *)
Theorem A21_nonnegative d Theta phi p theta lambda :
  convex_set Theta -> nearest d Theta phi p -> Theta theta -> 0 <= lambda <= 1 ->
  0 <= lambda * lambda * squared_norm d (minus p theta) + 2 * lambda * dot d (minus p theta) (minus phi p).
Proof.
  intros C N Ht Hl. rewrite <- A21_square.
  assert (squared_norm d (minus phi p) <= squared_norm d (minus phi (between p theta lambda))); [ | lra ].
  apply (nearest_squared d Theta); auto. apply C; auto. apply N.
Qed.

(** A-(21) and A-(22), the inequalities: both sides of A-(21) are nonnegative, and so is their quotient by λ > 0.
    Laws: proj.square, proj.divide. *)
Theorem A22_divided d Theta phi p theta lambda :
  convex_set Theta -> nearest d Theta phi p -> Theta theta -> 0 < lambda <= 1 ->
  0 <= lambda * lambda * squared_norm d (minus p theta) + 2 * lambda * dot d (minus p theta) (minus phi p) /\
  0 <= lambda * squared_norm d (minus p theta) + 2 * dot d (minus p theta) (minus phi p).
Proof.
  intros C N Ht Hl.
  assert (H : squared_norm d (minus phi p) <= squared_norm d (minus phi (between p theta lambda)))
    by (apply (nearest_squared d Theta); auto; apply C; auto; [ apply N | lra ]).
  pose proof (A21_square d phi p theta lambda) as E.
  split; [ lra | ]. apply Rmult_le_reg_l with lambda; lra.
Qed.

(** A-(23): (Π(φ) − θ)·(φ − Π(φ)) ≥ 0 for all θ in Θ. Laws: proj.obtuse. *)
Theorem A23_obtuse_angle d Theta phi p theta :
  convex_set Theta -> nearest d Theta phi p -> Theta theta ->
  0 <= dot d (minus p theta) (minus phi p).
Proof.
  intros C N Ht.
  set (c := dot d (minus p theta) (minus phi p)). set (q := squared_norm d (minus p theta)).
  assert (Hq : 0 <= q) by apply squared_norm_nonneg.
  apply Rnot_lt_le. intros Hc.
  assert (Hl : 0 < - c / (q - c) <= 1).
  { split; [ apply Rdiv_lt_0_compat; lra | ].
    apply Rmult_le_reg_r with (q - c); [ lra | ]. field_simplify; lra. }
  destruct (A22_divided d Theta phi p theta (- c / (q - c)) C N Ht Hl) as [_ H]. fold c q in H.
  assert (- c / (q - c) * q < - c); [ | lra ].
  apply Rmult_lt_reg_r with (q - c); [ lra | ]. field_simplify; [ nra | lra ].
Qed.

(** A-(22) for every λ ≥ 0: λ times it is A-(21), and it holds. Laws: proj.divide. *)
Theorem A22_quotient d Theta phi p theta lambda :
  convex_set Theta -> nearest d Theta phi p -> Theta theta -> 0 <= lambda ->
  let quotient := lambda * squared_norm d (minus p theta) + 2 * dot d (minus p theta) (minus phi p) in
  lambda * quotient
    = lambda * lambda * squared_norm d (minus p theta) + 2 * lambda * dot d (minus p theta) (minus phi p) /\
  0 <= quotient.
Proof.
  intros C N Ht Hl quotient. unfold quotient. split; [ ring | ].
  pose proof (A23_obtuse_angle d Theta phi p theta C N Ht). pose proof (squared_norm_nonneg d (minus p theta)).
  assert (0 <= lambda * squared_norm d (minus p theta)) by now apply Rmult_le_pos. lra.
Qed.

(** Every point of Θ at an angle of at least 90 degrees: what A-(23) says of p. *)
Definition obtuse (d : nat) (Theta : vector -> Prop) (phi p : vector) : Prop :=
  Theta p /\ forall theta, Theta theta -> 0 <= dot d (minus p theta) (minus phi p).

Lemma nearest_obtuse d Theta phi p : convex_set Theta -> nearest d Theta phi p -> obtuse d Theta phi p.
Proof. intros C N. split; [ apply N | ]. intros. now apply (A23_obtuse_angle d Theta). Qed.

(** A-(24), the identity: ‖φ − θ‖² = ‖p − θ‖² + ‖φ − p‖² + 2 (p − θ)·(φ − p), for any three points.
    Laws: proj.pyth. *)
Theorem A24_expansion d phi p theta :
  squared_norm d (minus phi theta)
  = squared_norm d (minus p theta) + squared_norm d (minus phi p) + 2 * dot d (minus p theta) (minus phi p).
Proof. by_coordinates d. Qed.

(** A-(24): ‖φ − θ‖² ≥ ‖Π(φ) − θ‖² + ‖φ − Π(φ)‖² ≥ ‖Π(φ) − θ‖², and the first is an equality exactly where A-(23) is.
    Laws: proj.pyth. *)
Theorem A24_pythagoras d Theta phi p theta :
  obtuse d Theta phi p -> Theta theta ->
  squared_norm d (minus p theta) + squared_norm d (minus phi p) <= squared_norm d (minus phi theta) /\
  squared_norm d (minus p theta) <= squared_norm d (minus p theta) + squared_norm d (minus phi p) /\
  (squared_norm d (minus phi theta) = squared_norm d (minus p theta) + squared_norm d (minus phi p)
   <-> dot d (minus p theta) (minus phi p) = 0).
Proof.
  intros [_ O] Ht. specialize (O theta Ht).
  pose proof (A24_expansion d phi p theta). pose proof (squared_norm_nonneg d (minus phi p)).
  repeat split; lra.
Qed.

(** The converse of A-(23): a point of Θ that sees all of Θ at an obtuse angle is nearest. Θ need not be convex.
    Laws: proj.variational. *)
Theorem A16_obtuse_is_nearest d Theta phi p : obtuse d Theta phi p -> nearest d Theta phi p.
Proof.
  intros O. split; [ apply O | ]. intros theta Ht. apply norm_le_norm.
  destruct (A24_pythagoras d Theta phi p theta O Ht) as [H _].
  pose proof (squared_norm_nonneg d (minus p theta)). lra.
Qed.

(** A point q of Θ other than Π(φ) is seen at an acute angle: (φ − q)·(Π(φ) − q) ≥ ‖Π(φ) − q‖².
    Laws: proj.variational. *)
Theorem A23_acute_elsewhere d Theta phi p q :
  obtuse d Theta phi p -> Theta q ->
  squared_norm d (minus p q) <= dot d (minus phi q) (minus p q).
Proof.
  intros [_ O] Hq. specialize (O q Hq).
  assert (dot d (minus phi q) (minus p q)
    = squared_norm d (minus p q) + dot d (minus p q) (minus phi p)) by by_coordinates d.
  lra.
Qed.

(** A-(16): the nearest point of a convex set is unique. Laws: proj.def. *)
Theorem A16_unique d Theta phi p q :
  convex_set Theta -> nearest d Theta phi p -> nearest d Theta phi q -> same d p q.
Proof.
  intros C Np Nq. apply squared_distance_zero.
  destruct (nearest_obtuse d Theta phi p C Np) as [Hp Op]. destruct (nearest_obtuse d Theta phi q C Nq) as [Hq Oq].
  specialize (Op q Hq). specialize (Oq p Hp).
  assert (squared_norm d (minus p q)
    = - (dot d (minus p q) (minus phi p) + dot d (minus q p) (minus phi q))) by by_coordinates d.
  lra.
Qed.

(** A-(19): ‖Π(φ) − θ‖ ≤ ‖φ − θ‖ for all θ in Θ. Laws: proj.nonexp-point, proj.nonexp-unbounded. *)
Theorem A19_fejer d Theta phi p theta :
  convex_set Theta -> nearest d Theta phi p -> Theta theta -> norm d (minus p theta) <= norm d (minus phi theta).
Proof.
  intros C N Ht. apply norm_le_norm.
  destruct (A24_pythagoras d Theta phi p theta (nearest_obtuse _ _ _ _ C N) Ht) as (H & H' & _). lra.
Qed.

(** A-(18) is A-(19) at φ = θ_t − η_t g_t. Laws: proj.step, proj.feasible. *)
Theorem A18_step d Theta theta eta g next c :
  convex_set Theta -> nearest d Theta (minus theta (scale eta g)) next -> Theta c ->
  Theta next /\ norm d (minus next c) <= norm d (minus (minus theta (scale eta g)) c).
Proof. intros C N Hc. split; [ apply N | now apply (A19_fejer d Theta) ]. Qed.

(** (20) for λ > 1: nor is the ray beyond θ nearer to φ. Laws: proj.min-ray. *)
Theorem A20_ray d Theta phi p theta lambda :
  obtuse d Theta phi p -> Theta theta -> 0 <= lambda ->
  norm d (minus phi p) <= norm d (minus phi (between p theta lambda)).
Proof.
  intros [_ O] Ht Hl. specialize (O theta Ht). apply norm_le_norm.
  pose proof (A21_square d phi p theta lambda). pose proof (squared_norm_nonneg d (minus p theta)).
  assert (0 <= lambda * lambda * squared_norm d (minus p theta)) by (apply Rmult_le_pos; nra).
  assert (0 <= lambda * dot d (minus p theta) (minus phi p)) by now apply Rmult_le_pos.
  lra.
Qed.

(** Firmly nonexpansive, in both forms:
    ‖Px − Py‖² ≤ (Px − Py)·(x − y), and ‖Px − Py‖² + ‖(x − Px) − (y − Py)‖² ≤ ‖x − y‖²,
    where (x − Px) − (y − Py) = (x − y) − (Px − Py).
    Laws: proj.firm. *)
Theorem A23_firm d Theta x y px py :
  obtuse d Theta x px -> obtuse d Theta y py ->
  squared_norm d (minus px py) <= dot d (minus px py) (minus x y) /\
  squared_norm d (minus px py) + squared_norm d (minus (minus x px) (minus y py)) <= squared_norm d (minus x y) /\
  same d (minus (minus x px) (minus y py)) (minus (minus x y) (minus px py)).
Proof.
  intros [Hx Ox] [Hy Oy]. specialize (Ox py Hy). specialize (Oy px Hx).
  assert (dot d (minus px py) (minus x y) - squared_norm d (minus px py)
    = dot d (minus px py) (minus x px) + dot d (minus py px) (minus y py)) by by_coordinates d.
  assert (squared_norm d (minus x y)
    - (squared_norm d (minus px py) + squared_norm d (minus (minus x px) (minus y py)))
    = 2 * (dot d (minus px py) (minus x px) + dot d (minus py px) (minus y py))) by by_coordinates d.
  split; [ lra | split; [ lra | intros i _; unfold minus; ring ] ].
Qed.

(** Nonexpansive: ‖Px − Py‖ ≤ ‖x − y‖. Laws: proj.lipschitz. *)
Theorem A19_nonexpansive d Theta x y px py :
  obtuse d Theta x px -> obtuse d Theta y py -> norm d (minus px py) <= norm d (minus x y).
Proof.
  intros Ox Oy. apply norm_le_norm. destruct (A23_firm d Theta x y px py Ox Oy) as (_ & H & _).
  pose proof (squared_norm_nonneg d (minus (minus x px) (minus y py))). lra.
Qed.

(** Points of the set stay where they are, hence projecting twice is projecting once.
    Laws: proj.fixes-set, proj.idempotent. *)
Theorem A16_fixes_set d Theta theta p : Theta theta -> nearest d Theta theta p -> same d p theta.
Proof.
  intros Ht N. apply squared_distance_zero. rewrite squared_norm_swap.
  pose proof (nearest_squared d Theta theta p theta N Ht) as H.
  assert (squared_norm d (minus theta theta) = 0) by by_coordinates d. lra.
Qed.

(** On an affine set, which with p and θ contains 2p − θ, the first inequality of A-(24) is an equality.
    Laws: proj.affine-equality. *)
Theorem A24_affine d Theta phi p theta :
  obtuse d Theta phi p -> Theta theta -> Theta (between p theta (-1)) ->
  squared_norm d (minus phi theta) = squared_norm d (minus p theta) + squared_norm d (minus phi p).
Proof.
  intros O Ht Ha. apply (A24_pythagoras d Theta phi p theta O Ht).
  destruct O as [_ O]. pose proof (O theta Ht). specialize (O _ Ha).
  assert (dot d (minus p (between p theta (-1))) (minus phi p) = - dot d (minus p theta) (minus phi p))
    by (unfold between; by_coordinates d).
  lra.
Qed.

(** Half the squared distance to Θ has the gradient x − Px: its linear approximation is never too high,
    and too low by at most ‖y − x‖²/2. Laws: proj.distance-gradient. *)
Theorem A16_distance_gradient d Theta x y px py :
  obtuse d Theta x px -> obtuse d Theta y py ->
  0 <= squared_norm d (minus y py) / 2 - squared_norm d (minus x px) / 2 - dot d (minus x px) (minus y x)
    <= squared_norm d (minus y x) / 2.
Proof.
  intros Ox Oy.
  destruct (A23_firm d Theta x y px py Ox Oy) as (_ & F & _). destruct Ox as [Hx Ox], Oy as [Hy Oy].
  specialize (Ox py Hy). specialize (Oy px Hx).
  pose proof (squared_norm_nonneg d (minus (minus x px) (minus y py))).
  pose proof (squared_norm_nonneg d (minus px py)).
  assert (squared_norm d (minus y py) - squared_norm d (minus x px) - 2 * dot d (minus x px) (minus y x)
    = squared_norm d (minus (minus x px) (minus y py)) + 2 * dot d (minus px py) (minus x px)) by by_coordinates d.
  assert (squared_norm d (minus y py) - squared_norm d (minus x px) - 2 * dot d (minus x px) (minus y x)
    = squared_norm d (minus y x) - squared_norm d (minus px py) - 2 * dot d (minus py px) (minus y py))
    by by_coordinates d.
  split; lra.
Qed.

(** Of all sets with nearest points A-(19) holds for the convex ones only: a point left out between a and b would be
    moved away from a or from b, unless it is its own projection. Laws: proj.nonexp-converse. *)
Theorem A19_converse d Theta a b lambda p :
  0 <= lambda <= 1 -> Theta a -> Theta b ->
  (forall theta, Theta theta -> norm d (minus p theta) <= norm d (minus (between a b lambda) theta)) ->
  same d p (between a b lambda).
Proof.
  intros Hl Ha Hb F. apply squared_distance_zero.
  pose proof (squared_norm_of_bound _ _ _ (F a Ha)) as Fa. pose proof (squared_norm_of_bound _ _ _ (F b Hb)) as Fb.
  rewrite norm_squared in Fa, Fb. unfold between in *.
  assert (E : (1 - lambda) * squared_norm d (minus p a) + lambda * squared_norm d (minus p b)
    - (1 - lambda) * squared_norm d (minus (plus a (scale lambda (minus b a))) a)
    - lambda * squared_norm d (minus (plus a (scale lambda (minus b a))) b)
    = squared_norm d (minus p (plus a (scale lambda (minus b a))))) by by_coordinates d.
  nra.
Qed.

(** A point is the sum of its projections onto a convex cone and onto the polar cone, which are orthogonal
    (Moreau 1965). Laws: proj.cone. *)
Theorem A23_cone d Theta x p :
  (forall theta a, Theta theta -> 0 <= a -> Theta (scale a theta)) -> obtuse d Theta x p ->
  dot d p (minus x p) = 0 /\
  obtuse d (fun v => forall theta, Theta theta -> dot d theta v <= 0) x (minus x p).
Proof.
  intros Cone [Hp O].
  assert (E : dot d p (minus x p) = 0).
  { pose proof (O _ (Cone p 2 Hp ltac:(lra))) as H2. pose proof (O _ (Cone p 0 Hp ltac:(lra))) as H0.
    assert (dot d (minus p (scale 2 p)) (minus x p) = - dot d p (minus x p)) by by_coordinates d.
    assert (dot d (minus p (scale 0 p)) (minus x p) = dot d p (minus x p)) by by_coordinates d. lra. }
  split; [ exact E | ]. split.
  - intros theta Ht. specialize (O theta Ht). rewrite dot_minus_left in O. lra.
  - intros v Hv. specialize (Hv p Hp).
    assert (dot d (minus (minus x p) v) (minus x (minus x p)) = dot d p (minus x p) - dot d p v) by by_coordinates d.
    lra.
Qed.
