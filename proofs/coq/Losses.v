(** A-(9) for the losses of src/descent themselves, in all dimensions: value and subgradient as the text has them. *)

From Coq Require Import Reals.Rtrigo_def Reals.Exp_prop Lists.List.
From GradientLaws Require Export Convexity Logarithm.

(** slope · θ + offset. *)
Definition piece : Type := vector * R.
Definition at_point (d : nat) (theta : vector) (p : piece) : R := dot d (fst p) theta + snd p.

(** The losses by their data. Of the pieces of a maximum the first stands for itself, so that there is one. *)
Inductive loss : Type :=
  | linear (slope : vector)
  | quadratic (curvature : R) (center : vector)
  | absolute (feature : vector) (target : R)
  | hinge (feature : vector)
  | logistic (feature : vector)
  | max_affine (first : piece) (rest : list piece)
  | negated (positive : loss).

(** The first of the pieces that attain the maximum. *)
Definition best_piece (d : nat) (theta : vector) (first : piece) (rest : list piece) : piece :=
  fold_left (fun best p => if Rlt_dec (at_point d theta best) (at_point d theta p) then p else best) rest first.

(** L(θ). *)
Fixpoint value (d : nat) (l : loss) (theta : vector) : R :=
  match l with
  | linear slope => dot d slope theta
  | quadratic curvature center => curvature * squared_norm d (minus theta center) / 2
  | absolute feature target => Rabs (dot d feature theta - target)
  | hinge feature => Rmax 0 (1 - dot d feature theta)
  | logistic feature =>
      let margin := dot d feature theta in Rmax 0 (- margin) + log (1 + exp (- Rabs margin))
  | max_affine first rest => fold_left Rmax (map (at_point d theta) rest) (at_point d theta first)
  | negated positive => - value d positive theta
  end.

Definition sign (a : R) : R := if Rlt_dec a 0 then -1 else if Rlt_dec 0 a then 1 else 0.

(** g(θ). *)
Fixpoint slope_at (d : nat) (l : loss) (theta : vector) : vector :=
  match l with
  | linear slope => slope
  | quadratic curvature center => scale curvature (minus theta center)
  | absolute feature target => scale (sign (dot d feature theta - target)) feature
  | hinge feature => scale (if Rlt_dec (dot d feature theta) 1 then -1 else 0) feature
  | logistic feature =>
      let margin := dot d feature theta in
      scale (- (exp (Rmin 0 (- margin)) / (1 + exp (- Rabs margin)))) feature
  | max_affine first rest => fst (best_piece d theta first rest)
  | negated positive => scale (-1) (slope_at d positive theta)
  end.

Definition zero_vector (d : nat) (v : vector) : Prop := same d v (fun _ => 0).

(** Affine functions, as the data tell. *)
Fixpoint affine (d : nat) (l : loss) : Prop :=
  match l with
  | linear _ => True
  | quadratic curvature _ => curvature = 0
  | absolute feature _ | hinge feature | logistic feature => zero_vector d feature
  | max_affine first rest => Forall (fun p => same d (fst p) (fst first)) rest
  | negated positive => affine d positive
  end.

(** Convex functions: the negative of one only where it is affine. *)
Definition convex (d : nat) (l : loss) : Prop :=
  match l with
  | quadratic curvature _ => 0 <= curvature
  | negated positive => affine d positive
  | _ => True
  end.

(** ** The logistic loss *)

(** What is written so that it cannot overflow is log(1 + exp(−m)), and its slope −1/(1 + exp m). *)
Lemma logistic_value m : Rmax 0 (- m) + log (1 + exp (- Rabs m)) = log (1 + exp (- m)).
Proof.
  destruct (Rle_dec 0 m).
  - rewrite Rmax_left, Rabs_right by lra. ring.
  - rewrite Rmax_right, Rabs_left by lra. rewrite Ropp_involutive. pose proof (exp_pos m).
    rewrite Rplus_comm, <- log_times_exp by lra. f_equal.
    pose proof (exp_opposite m). lra.
Qed.

Lemma logistic_slope m : exp (Rmin 0 (- m)) / (1 + exp (- Rabs m)) = exp (- m) / (1 + exp (- m)).
Proof.
  pose proof (exp_pos m). pose proof (exp_pos (- m)). destruct (Rle_dec 0 m).
  - rewrite Rmin_right, Rabs_right by lra. reflexivity.
  - rewrite Rmin_left, Rabs_left by lra. rewrite Ropp_involutive, exp_0.
    pose proof (exp_opposite m).
    apply Rmult_eq_reg_r with ((1 + exp m) * (1 + exp (- m))); [ field_simplify; lra | nra ].
Qed.

Lemma logistic_slope_short m : exp (- m) / (1 + exp (- m)) = 1 / (1 + exp m).
Proof.
  pose proof (exp_pos m). pose proof (exp_pos (- m)). pose proof (exp_opposite m).
  apply Rmult_eq_reg_r with ((1 + exp m) * (1 + exp (- m))); [ field_simplify; lra | nra ].
Qed.

(** For the function log(1 + exp(−m)) of one number: A-(9) at a, seen from b. It is the convexity of exp, log taken.
    Laws: sgd.cvx. *)
Theorem A9_logistic a b : - (1 / (1 + exp a)) * (b - a) <= log (1 + exp (- b)) - log (1 + exp (- a)).
Proof.
  rewrite <- logistic_slope_short. set (w := exp (- a) / (1 + exp (- a))).
  pose proof (exp_pos (- a)) as Pa. pose proof (exp_pos (- b)) as Pb.
  assert (W : w * (1 + exp (- a)) = exp (- a)) by (unfold w; field; lra).
  assert (Hw : 0 <= w <= 1) by (split; nra).
  assert (E : exp (- a) * exp (a - b) = exp (- b)) by (rewrite <- exp_plus; f_equal; ring).
  pose proof (exp_chord w (a - b) Hw) as C.
  apply Rmult_le_compat_l with (r := 1 + exp (- a)) in C; [ | lra ].
  replace ((1 + exp (- a)) * (1 - w + w * exp (a - b))) with (1 + exp (- b)) in C by nra.
  apply log_le in C; [ | apply Rmult_lt_0_compat; [ lra | apply exp_pos ] ].
  rewrite log_times_exp in C by lra. lra.
Qed.

(** ** The largest of affine functions *)

Lemma best_piece_value d theta first rest :
  at_point d theta (best_piece d theta first rest)
  = fold_left Rmax (map (at_point d theta) rest) (at_point d theta first).
Proof.
  unfold best_piece. revert first. induction rest as [| p rest IH]; intros first; simpl; [ reflexivity | ].
  destruct Rlt_dec; rewrite IH; f_equal; [ rewrite Rmax_right | rewrite Rmax_left ]; lra.
Qed.

Lemma best_piece_in d theta first rest : In (best_piece d theta first rest) (first :: rest).
Proof.
  unfold best_piece. revert first. induction rest as [| p rest IH]; intros first; [ now left | ]. simpl.
  destruct Rlt_dec; [ right; apply IH | ]. destruct (IH first) as [E | E]; [ now left | now right; right ].
Qed.

Lemma largest_above rest first a : In a (first :: rest) -> a <= fold_left Rmax rest first.
Proof.
  revert first a. induction rest as [| b rest IH]; intros first a H; simpl.
  - destruct H as [-> | []]. lra.
  - destruct H as [-> | [-> | H]].
    + apply Rle_trans with (Rmax a b); [ apply Rmax_l | apply IH; now left ].
    + apply Rle_trans with (Rmax first a); [ apply Rmax_r | apply IH; now left ].
    + apply IH. now right.
Qed.

Lemma best_piece_largest d theta first rest p :
  In p (first :: rest) -> at_point d theta p <= at_point d theta (best_piece d theta first rest).
Proof.
  intros H. rewrite best_piece_value. apply largest_above.
  apply (in_map (at_point d theta)) in H. exact H.
Qed.

(** ** All of them *)

Lemma dot_difference d v x y : dot d (minus y x) v = dot d v y - dot d v x.
Proof. by_coordinates d. Qed.

Lemma dot_scale_difference d a v x y : dot d (minus y x) (scale a v) = a * (dot d v y - dot d v x).
Proof. by_coordinates d. Qed.

Lemma scaled_zero_vector d a b v : zero_vector d v -> same d (scale a v) (scale b v).
Proof. intros H i Hi. unfold scale. rewrite H by exact Hi. ring. Qed.

Lemma affine_convex d l : affine d l -> convex d l.
Proof. destruct l; simpl; intros H; auto. lra. Qed.

Lemma affine_slope d l x y : affine d l -> same d (slope_at d l x) (slope_at d l y).
Proof.
  induction l; simpl; intros H.
  - intros i _. reflexivity.
  - intros i _. unfold scale. rewrite H. ring.
  - now apply scaled_zero_vector.
  - now apply scaled_zero_vector.
  - now apply scaled_zero_vector.
  - assert (First : forall p, In p (first :: rest) -> same d (fst p) (fst first)).
    { intros p [<- | Hp]; [ intros i _; reflexivity | ]. rewrite Forall_forall in H. now apply H. }
    intros i Hi. rewrite (First _ (best_piece_in d x first rest) i Hi).
    now rewrite (First _ (best_piece_in d y first rest) i Hi).
  - intros i Hi. unfold scale. now rewrite (IHl H i Hi).
Qed.

(** A-(9): L(θ₂) − L(θ₁) ≥ (θ₂ − θ₁)·g(θ₁) for every loss of the list that is convex, at all pairs of points: linear,
    quadratic, absolute, hinge, logistic and max-affine ones, and the negatives of affine ones. Laws: sgd.cvx. *)
Theorem A9_losses d l theta :
  convex d l -> subgradient d (fun _ => True) (value d l) theta (slope_at d l theta).
Proof.
  revert theta. induction l; intros theta H c _; simpl in *.
  - rewrite dot_difference. lra.
  - assert (E : curvature * squared_norm d (minus c center) / 2 - curvature * squared_norm d (minus theta center) / 2
      - dot d (minus c theta) (scale curvature (minus theta center))
      = curvature / 2 * squared_norm d (minus c theta)) by by_coordinates d.
    pose proof (squared_norm_nonneg d (minus c theta)). nra.
  - rewrite dot_scale_difference. unfold sign, Rabs.
    destruct Rlt_dec; [ | destruct Rlt_dec ]; repeat destruct Rcase_abs; lra.
  - rewrite dot_scale_difference. unfold Rmax. destruct Rlt_dec; repeat destruct Rle_dec; lra.
  - rewrite dot_scale_difference, !logistic_value, logistic_slope, logistic_slope_short. apply A9_logistic.
  - rewrite <- !best_piece_value. set (p := best_piece d theta first rest).
    pose proof (best_piece_largest d c first rest p (best_piece_in d theta first rest)).
    rewrite dot_difference. unfold at_point in *. lra.
  - specialize (IHl c (affine_convex d l H) theta I).
    assert (E : forall g, dot d (minus c theta) (scale (-1) g) = dot d g (minus theta c))
      by (intros; by_coordinates d).
    rewrite E, (dot_same_left d _ _ _ (affine_slope d l theta c H)), dot_comm. lra.
Qed.

(** ** How long a gradient can be *)

(** G² on a set, from the largest ‖θ − x‖² for every x and the largest w·θ for every w. *)
Fixpoint squared_gradient_bound (d : nat) (l : loss) (squared_farthest support : vector -> R) : R :=
  match l with
  | linear slope => squared_norm d slope
  | quadratic curvature center => curvature * curvature * squared_farthest center
  | absolute feature _ | hinge feature => squared_norm d feature
  | logistic feature =>
      let least := - support (scale (-1) feature) in
      (exp (Rmin 0 (- least)) / (1 + exp (- Rabs least))) ^ 2 * squared_norm d feature
  | max_affine first rest =>
      fold_left Rmax (map (fun p => squared_norm d (fst p)) rest) (squared_norm d (fst first))
  | negated positive => squared_gradient_bound d positive squared_farthest support
  end.

Lemma scaled_down d a v : -1 <= a <= 1 -> squared_norm d (scale a v) <= squared_norm d v.
Proof. intros H. rewrite squared_norm_scale. pose proof (squared_norm_nonneg d v). assert (a * a <= 1) by nra. nra. Qed.

Lemma squared_norm_opposite d v : squared_norm d (scale (-1) v) = squared_norm d v.
Proof. rewrite squared_norm_scale. ring. Qed.

Lemma dot_opposite d v x : dot d (scale (-1) v) x = - dot d v x.
Proof. rewrite dot_scale_left. ring. Qed.

(** 1/(1 + exp m) is the steeper the smaller m is. *)
Lemma steeper a b : a <= b -> (1 / (1 + exp b)) ^ 2 <= (1 / (1 + exp a)) ^ 2.
Proof.
  intros H. assert (E : exp a <= exp b) by (destruct H as [H | ->]; [ apply Rlt_le, exp_increasing, H | lra ]).
  pose proof (exp_pos a). pose proof (exp_pos b). apply pow_incr. unfold Rdiv. rewrite !Rmult_1_l. split.
  - apply Rlt_le, Rinv_0_lt_compat. lra.
  - apply Rinv_le_contravar; lra.
Qed.

(** ‖g(θ)‖² ≤ G² for every loss of the list, at all points of a set, where ‖θ − x‖² and w·θ are at most what is given
    for x and w. Laws: sgd.gradient-bound. *)
Theorem gradient_bounds d (inside : vector -> Prop) squared_farthest support l theta :
  (forall x c, inside c -> squared_norm d (minus c x) <= squared_farthest x) ->
  (forall w c, inside c -> dot d w c <= support w) ->
  inside theta ->
  squared_norm d (slope_at d l theta) <= squared_gradient_bound d l squared_farthest support.
Proof.
  intros Far High In. induction l; simpl squared_gradient_bound; simpl slope_at.
  - lra.
  - rewrite squared_norm_scale. apply Rmult_le_compat_l; [ nra | now apply Far ].
  - apply scaled_down. unfold sign. destruct Rlt_dec; [ | destruct Rlt_dec ]; lra.
  - apply scaled_down. destruct Rlt_dec; lra.
  - rewrite squared_norm_scale, !logistic_slope, !logistic_slope_short.
    specialize (High (scale (-1) feature) theta In). rewrite dot_opposite in High.
    pose proof (steeper (- support (scale (-1) feature)) (dot d feature theta) ltac:(lra)) as S.
    apply Rmult_le_compat_r; [ apply squared_norm_nonneg | ]. eapply Rle_trans; [ | exact S ]. simpl. lra.
  - apply largest_above. apply (in_map (fun p => squared_norm d (fst p)) (first :: rest)), best_piece_in.
  - rewrite squared_norm_opposite. exact IHl.
Qed.

(** Losses with a gradient at every θ, of one text. *)
Definition smooth (l : loss) : Prop :=
  match l with linear _ | quadratic _ _ | logistic _ => True | _ => False end.

(** ‖g(θ)‖² = G² at a point of the set, for linear, quadratic and logistic losses, where what is given for x and w are
    ‖θ − x‖² and w·θ at points of the set. Laws: sgd.gradient-bound. *)
Theorem gradient_bound_attained d (inside : vector -> Prop) squared_farthest support l :
  (forall x, exists c, inside c /\ squared_norm d (minus c x) = squared_farthest x) ->
  (forall w, exists c, inside c /\ dot d w c = support w) ->
  smooth l ->
  exists theta,
    inside theta /\ squared_norm d (slope_at d l theta) = squared_gradient_bound d l squared_farthest support.
Proof.
  intros Far High S. destruct l; simpl in S; try contradiction; simpl slope_at; simpl squared_gradient_bound.
  - destruct (High slope) as (c & In & _). now exists c.
  - destruct (Far center) as (c & In & E). exists c. split; [ exact In | ]. now rewrite squared_norm_scale, E.
  - destruct (High (scale (-1) feature)) as (c & In & E). exists c. split; [ exact In | ].
    rewrite <- E, dot_opposite, !Ropp_involutive, squared_norm_scale. ring.
Qed.

(** ‖g(θ)‖² is G² or 0 for absolute and hinge losses. Laws: sgd.gradient-bound. *)
Theorem gradient_bound_or_flat d squared_farthest support l theta :
  match l with absolute _ _ | hinge _ => True | _ => False end ->
  squared_norm d (slope_at d l theta) = squared_gradient_bound d l squared_farthest support
  \/ squared_norm d (slope_at d l theta) = 0.
Proof.
  intros H. destruct l; try contradiction; simpl; rewrite squared_norm_scale.
  - unfold sign. destruct Rlt_dec; [ left; ring | destruct Rlt_dec; [ left; ring | right; ring ] ].
  - destruct Rlt_dec; [ left; ring | right; ring ].
Qed.
