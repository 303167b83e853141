(** Every point has exactly one nearest point in a closed convex set that is not empty, in all dimensions: A-(16) and
    A-(17) themselves. Coordinates come from the completeness of the reals, so no point of the set has to be chosen. *)

From GradientLaws Require Export Sets.

Implicit Types Theta : vector -> Prop.

(** A point from which no positive distance keeps the set away belongs to the set. *)
Definition closed (d : nat) (Theta : vector -> Prop) : Prop :=
  forall p, ~ (exists eps, 0 < eps /\ forall theta, Theta theta -> eps <= norm d (minus p theta)) -> Theta p.

(** The points of Θ almost as near to φ as any: their squared distance is within e²/4 of the least. *)
Definition almost_nearest (d : nat) Theta (phi : vector) (least e : R) (theta : vector) : Prop :=
  Theta theta /\ squared_norm d (minus phi theta) < least + e * e / 4.

(** The largest lower bound of the squared distances. *)
Definition greatest_lower (d : nat) Theta (phi : vector) (least : R) : Prop :=
  0 <= least /\ (forall theta, Theta theta -> least <= squared_norm d (minus phi theta)) /\
  forall e, 0 < e -> ~ (forall theta, ~ almost_nearest d Theta phi least e theta).

Lemma greatest_lower_exists d Theta phi : (exists theta, Theta theta) -> {least | greatest_lower d Theta phi least}.
Proof.
  intros Some. set (E := fun x => exists theta, Theta theta /\ x = - squared_norm d (minus phi theta)).
  destruct (completeness E) as [m [Upper Least]].
  - exists 0. intros x (theta & _ & ->). pose proof (squared_norm_nonneg d (minus phi theta)). lra.
  - destruct Some as [theta H]. now exists (- squared_norm d (minus phi theta)), theta.
  - exists (- m). split; [ | split ].
    + assert (m <= 0); [ | lra ]. apply Least. intros x (theta & _ & ->).
      pose proof (squared_norm_nonneg d (minus phi theta)). lra.
    + intros theta H. assert (- squared_norm d (minus phi theta) <= m) by (apply Upper; now exists theta). lra.
    + intros e He None. assert (m <= m - e * e / 4); [ | nra ]. apply Least. intros x (theta & H & ->).
      apply Rnot_lt_le. intros C. apply (None theta). split; [ exact H | lra ].
Qed.

Lemma coordinate_squared d v i : (i < d)%nat -> v i * v i <= squared_norm d v.
Proof. intros H. apply (sum_nonneg_term d (fun i => v i * v i)); auto. intros. nra. Qed.

(** Points almost as near as any are near to each other: the parallelogram law at the point halfway. *)
Lemma almost_nearest_together d Theta phi least e x y i :
  convex_set Theta -> greatest_lower d Theta phi least -> 0 < e ->
  almost_nearest d Theta phi least e x -> almost_nearest d Theta phi least e y -> (i < d)%nat -> x i - y i <= e.
Proof.
  intros C (_ & Lower & _) He [Hx Nx] [Hy Ny] Hi.
  assert (E : squared_norm d (minus x y) = 2 * squared_norm d (minus phi x) + 2 * squared_norm d (minus phi y)
    - 4 * squared_norm d (minus phi (between x y (1 / 2)))) by (unfold between; by_coordinates d).
  pose proof (Lower (between x y (1 / 2)) ltac:(apply C; auto; lra)).
  pose proof (coordinate_squared d (minus x y) i Hi) as Q. unfold minus at 1 2 in Q.
  apply Rnot_lt_le. intros B. nra.
Qed.

Lemma almost_nearest_weaker d Theta phi least e e' theta :
  0 < e <= e' -> almost_nearest d Theta phi least e theta -> almost_nearest d Theta phi least e' theta.
Proof. intros He [H N]. split; [ exact H | nra ]. Qed.

(** The coordinate where they gather. *)
Lemma limit_coordinate d Theta phi least i :
  convex_set Theta -> greatest_lower d Theta phi least -> (i < d)%nat ->
  {a | forall e theta, 0 < e -> almost_nearest d Theta phi least e theta -> theta i - e <= a <= theta i + e}.
Proof.
  intros C G Hi. pose proof G as (Positive & Lower & Near).
  set (below := fun a => exists e, 0 < e /\ forall theta, almost_nearest d Theta phi least e theta -> a <= theta i).
  set (size := least + 2).
  assert (Bounded : forall theta, almost_nearest d Theta phi least 1 theta -> phi i - size <= theta i <= phi i + size).
  { intros theta [H N]. pose proof (coordinate_squared d (minus phi theta) i Hi) as Q. unfold minus at 1 2 in Q.
    pose proof (squared_norm_nonneg d (minus phi theta)). unfold size. split; apply Rnot_lt_le; intros B; nra. }
  assert (Under : forall e theta, 0 < e -> almost_nearest d Theta phi least e theta ->
    forall a, below a -> a <= theta i + e).
  { intros e theta He H a (e' & He' & Ha). apply Rnot_lt_le. intros B.
    assert (M : 0 < Rmin e e') by now apply Rmin_pos.
    apply (Near (Rmin e e') M). intros other O.
    pose proof (Ha other (almost_nearest_weaker _ _ _ _ _ e' _ (conj M (Rmin_r e e')) O)).
    pose proof (almost_nearest_weaker _ _ _ _ _ e _ (conj M (Rmin_l e e')) O) as O'.
    pose proof (almost_nearest_together d Theta phi least e other theta i C G He O' H Hi). lra. }
  destruct (completeness below) as [a [Upper Least]].
  - exists (phi i + size). intros a (e' & He' & Ha). apply Rnot_lt_le. intros B.
    assert (M : 0 < Rmin 1 e') by (apply Rmin_pos; lra).
    apply (Near (Rmin 1 e') M). intros other O.
    pose proof (Ha other (almost_nearest_weaker _ _ _ _ _ e' _ (conj M (Rmin_r 1 e')) O)).
    pose proof (Bounded other (almost_nearest_weaker _ _ _ _ _ 1 _ (conj M (Rmin_l 1 e')) O)). lra.
  - exists (phi i - size), 1. split; [ lra | ]. intros theta H. now apply Bounded.
  - exists a. intros e theta He H. split.
    + apply Upper. exists e. split; [ exact He | ]. intros other O.
      pose proof (almost_nearest_together d Theta phi least e theta other i C G He H O Hi). lra.
    + apply Least. intros b Hb. now apply (Under e).
Qed.

(** The point where they gather. *)
Lemma limit_exists d Theta phi least :
  convex_set Theta -> greatest_lower d Theta phi least ->
  exists p, forall e theta, 0 < e -> almost_nearest d Theta phi least e theta ->
    squared_norm d (minus p theta) <= INR d * (e * e).
Proof.
  intros C G.
  exists (fun i => match lt_dec i d with
    | left Hi => proj1_sig (limit_coordinate d Theta phi least i C G Hi)
    | right _ => 0
    end).
  intros e theta He H. rewrite <- sum_const. apply sum_le. intros i Hi. unfold minus.
  destruct lt_dec as [Hi' | ]; [ | contradiction ].
  destruct (limit_coordinate d Theta phi least i C G Hi') as [a Ha]. simpl. specialize (Ha e theta He H). nra.
Qed.

Lemma squared_norm_through d x y z : squared_norm d (plus (minus x y) (minus y z)) = squared_norm d (minus x z).
Proof. apply sum_equal. intros. unfold plus, minus. ring. Qed.

(** ‖u + v‖² ≤ (1 + t) ‖u‖² + (1 + 1/t) ‖v‖². *)
Lemma squared_norm_of_sum d t u v :
  0 < t -> squared_norm d (plus u v) <= (1 + t) * squared_norm d u + (1 + / t) * squared_norm d v.
Proof.
  intros Ht. assert (E : forall s, t * s = 1 -> (1 + t) * squared_norm d u + (1 + s) * squared_norm d v
    - squared_norm d (plus u v) = t * squared_norm d (minus u (scale s v))).
  { intros s Hs.
    assert (E : t * squared_norm d (minus u (scale s v))
      = t * squared_norm d u - 2 * (t * s) * dot d u v + t * s * s * squared_norm d v) by by_coordinates d.
    assert (squared_norm d (plus u v) = squared_norm d u + 2 * dot d u v + squared_norm d v) by by_coordinates d.
    rewrite E, Hs. lra. }
  specialize (E (/ t) ltac:(field; lra)).
  pose proof (squared_norm_nonneg d (minus u (scale (/ t) v))). nra.
Qed.

(** A-(16): every point φ has a nearest point in Θ when Θ is closed, convex and not empty, and every other point of Θ is
    farther from φ. Laws: proj.def. *)
Theorem A16_nearest_exists d Theta phi :
  closed d Theta -> convex_set Theta -> (exists theta, Theta theta) ->
  exists p, nearest d Theta phi p /\
    forall theta, Theta theta -> ~ same d p theta -> norm d (minus phi p) < norm d (minus phi theta).
Proof.
  intros Closed C Some. destruct (greatest_lower_exists d Theta phi Some) as [least G].
  destruct (limit_exists d Theta phi least C G) as [p Limit]. pose proof G as (Positive & Lower & Near).
  assert (HI : 0 <= INR d) by apply pos_INR.
  assert (Hp : Theta p).
  { apply Closed. intros (eps & He & Away). set (e := eps / (INR d + 1)).
    assert (E : 0 < e) by (apply Rdiv_lt_0_compat; lra).
    assert (Eps : eps = (INR d + 1) * e) by (unfold e; field; lra).
    apply (Near e E). intros theta H. specialize (Limit e theta E H). destruct H as [H _]. specialize (Away theta H).
    rewrite <- norm_squared in Limit. assert (0 < e * e) by nra. nra. }
  assert (Least : squared_norm d (minus phi p) <= least).
  { apply Rnot_lt_le. intros B. set (gap := squared_norm d (minus phi p) - least).
    set (slack := 2 * (least + 1 + 2 * INR d)). assert (G0 : 0 < gap) by (unfold gap; lra).
    assert (S0 : 0 < slack) by (unfold slack; lra).
    set (e := Rmin 1 (gap / slack)).
    assert (E : 0 < e) by (apply Rmin_pos; [ lra | now apply Rdiv_lt_0_compat ]).
    assert (E1 : e <= 1) by apply Rmin_l.
    assert (Small : e * slack <= gap).
    { apply Rle_trans with (gap / slack * slack); [ apply Rmult_le_compat_r; [ lra | apply Rmin_r ] | ].
      apply Req_le. field. lra. }
    apply (Near e E). intros theta H. specialize (Limit e theta E H). destruct H as [_ H].
    pose proof (squared_norm_of_sum d e (minus phi theta) (minus theta p) E) as Sum.
    rewrite squared_norm_through, squared_norm_swap with (x := theta) in Sum.
    assert (First : (1 + e) * squared_norm d (minus phi theta) <= least + e * least + e) by nra.
    assert (Second : (1 + / e) * squared_norm d (minus p theta) <= 2 * INR d * e).
    { apply Rle_trans with ((1 + / e) * (INR d * (e * e))).
      - apply Rmult_le_compat_l; [ pose proof (Rinv_0_lt_compat e E); lra | exact Limit ].
      - replace ((1 + / e) * (INR d * (e * e))) with (INR d * (e * e + e)) by (field; lra).
        assert (0 <= INR d * (e * (1 - e))) by (apply Rmult_le_pos; nra). lra. }
    unfold slack in Small. assert (0 <= e * (least + 2 * INR d)) by (apply Rmult_le_pos; lra). unfold gap in *. lra. }
  assert (N : nearest d Theta phi p).
  { split; [ exact Hp | ]. intros theta H. apply norm_le_norm. specialize (Lower theta H). lra. }
  exists p. split; [ exact N | ]. intros theta H Other. apply Rnot_le_lt. intros B.
  apply Other, squared_distance_zero. pose proof (squared_norm_of_bound d _ _ B) as S. rewrite norm_squared in S.
  destruct (A24_pythagoras d Theta phi p theta (nearest_obtuse d Theta phi p C N) H) as (P & _ & _). lra.
Qed.

(** A-(17): whatever the step, there is exactly one next iterate of projected SGD, and it lies in Θ.
    Laws: proj.feasible, proj.def. *)
Theorem A17_step_feasible d Theta theta eta g :
  closed d Theta -> convex_set Theta -> (exists x, Theta x) ->
  exists next, Theta next /\ nearest d Theta (minus theta (scale eta g)) next /\
    forall other, nearest d Theta (minus theta (scale eta g)) other -> Theta other /\ same d next other.
Proof.
  intros Closed C Some.
  destruct (A16_nearest_exists d Theta (minus theta (scale eta g)) Closed C Some) as (p & N & _).
  exists p. split; [ apply N | split; [ exact N | ] ]. intros other O. split; [ apply O | ].
  now apply (A16_unique d Theta (minus theta (scale eta g))).
Qed.

(** ** Closed sets, and one that is not *)

Lemma closed_all d (n : nat) (Theta : nat -> vector -> Prop) :
  (forall k, (k < n)%nat -> closed d (Theta k)) -> closed d (fun x => forall k, (k < n)%nat -> Theta k x).
Proof.
  intros H p Near k Hk. apply (H k Hk). intros (eps & He & Away). apply Near. exists eps.
  split; [ exact He | ]. intros theta All. now apply Away, All.
Qed.

Lemma halfspace_closed d a b : closed d (halfspace d a b).
Proof.
  intros p Near. apply Rnot_lt_le. intros B. apply Near.
  exists ((dot d a p - b) / (norm d a + 1)). pose proof (norm_nonneg d a) as Na.
  split; [ apply Rdiv_lt_0_compat; lra | ]. intros theta H. unfold halfspace in H.
  pose proof (cauchy_schwarz_norms d a (minus p theta)) as CS. pose proof (norm_nonneg d (minus p theta)) as Np.
  assert (E : dot d a (minus p theta) = dot d a p - dot d a theta) by by_coordinates d. rewrite E in CS.
  apply Rmult_le_reg_r with (norm d a + 1); [ lra | ].
  replace ((dot d a p - b) / (norm d a + 1) * (norm d a + 1)) with (dot d a p - b) by (field; lra). nra.
Qed.

(** Polytopes, which are what finitely many conditions a·θ ≤ b leave, and balls are closed and convex: the hypotheses
    hold together in every dimension. Laws: proj.def. *)
Theorem A16_sets_closed d n (a : nat -> vector) (b : nat -> R) center radius :
  let polytope := fun theta => forall k, (k < n)%nat -> halfspace d (a k) (b k) theta in
  (closed d polytope /\ convex_set polytope) /\
  (0 <= radius -> closed d (ball d center radius) /\ convex_set (ball d center radius)).
Proof.
  intros polytope. split; [ split | intros Hr; split; [ | apply ball_convex ] ].
  - apply closed_all. intros. apply halfspace_closed.
  - intros x y lambda Hx Hy Hl k Hk. apply halfspace_convex; auto.
  - intros p Near. unfold ball. apply squared_norm_of_bound. apply Rnot_lt_le. intros B. apply Near.
    exists (norm d (minus p center) - radius). split; [ lra | ]. intros theta H.
    pose proof (triangle d (minus p theta) (minus theta center)) as T.
    unfold norm at 1 in T. rewrite squared_norm_through in T. fold (norm d (minus p center)) in T.
    pose proof (norm_of_bound d _ _ Hr H). lra.
Qed.

(** Without "closed" there need be no nearest point: the interval from 0 to 1 without its ends has none for 2. *)
Theorem A16_needs_closed :
  let interval := fun x : vector => 0 < x O < 1 in
  convex_set interval /\ (exists x, interval x) /\ forall p, ~ nearest 1 interval (fun _ => 2) p.
Proof.
  intros interval. split; [ | split ].
  - intros x y lambda Hx Hy Hl. unfold interval, between, plus, scale, minus in *.
    destruct (Rle_dec lambda (1 / 2)); split; nra.
  - exists (fun _ => 1 / 2). unfold interval. lra.
  - intros p N. pose proof N as [Hp _].
    pose proof (nearest_squared 1 interval (fun _ => 2) p (fun _ => (p O + 1) / 2) N) as H.
    unfold interval in *. specialize (H ltac:(lra)). unfold squared_norm, dot, minus in H. simpl in H. nra.
Qed.
