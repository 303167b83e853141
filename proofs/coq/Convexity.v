(** What a convex loss has to do with its tangent planes: A-(9), in all dimensions. *)

From GradientLaws Require Export Projection.

Implicit Types Theta : vector -> Prop.
Implicit Types f : vector -> R.

Definition convex_loss (Theta : vector -> Prop) f : Prop :=
  forall x y lambda, Theta x -> Theta y -> 0 <= lambda <= 1 -> f (between x y lambda) <= f x + lambda * (f y - f x).

(** g is the gradient of f at x, as far as moving toward y can tell. *)
Definition gradient_toward (d : nat) f (x g y : vector) : Prop :=
  forall eps, 0 < eps -> exists delta, 0 < delta /\ forall lambda, 0 < lambda < delta ->
    Rabs (f (between x y lambda) - f x - lambda * dot d g (minus y x)) <= lambda * eps.

(** A-(9) at every c of Θ: the loss lies nowhere below the plane through x with slope g. *)
Definition subgradient (d : nat) (Theta : vector -> Prop) f (x g : vector) : Prop :=
  forall c, Theta c -> dot d (minus c x) g <= f c - f x.

(** A-(9): L(θ₂) − L(θ₁) ≥ (θ₂ − θ₁)·∇L(θ₁) for a convex loss. Laws: sgd.cvx. *)
Theorem A9_tangent d Theta f x g :
  convex_loss Theta f -> Theta x -> (forall y, Theta y -> gradient_toward d f x g y) -> subgradient d Theta f x g.
Proof.
  intros C Hx Hg y Hy. apply Rnot_lt_le. intros B.
  set (gap := dot d (minus y x) g - (f y - f x)).
  destruct (Hg y Hy (gap / 2)) as (delta & Hd & H); [ unfold gap; lra | ].
  set (lambda := Rmin 1 (delta / 2)).
  assert (Hl : 0 < lambda <= 1 /\ lambda < delta).
  { unfold lambda, Rmin. destruct Rle_dec; lra. }
  specialize (H lambda ltac:(lra)). specialize (C x y lambda Hx Hy ltac:(lra)).
  rewrite dot_comm in H. unfold gap, Rabs in *. destruct Rcase_abs; nra.
Qed.

(** Why A-(9) implies convexity: the gap of Jensen's inequality at m is a weighted sum of two gaps of A-(9) at m,
    for any function at all. Laws: sgd.cvx-jensen. *)
Theorem A9_jensen_gap d f x y g lambda :
  let m := between x y lambda in
  (1 - lambda) * f x + lambda * f y - f m
  = (1 - lambda) * (f x - f m - dot d (minus x m) g) + lambda * (f y - f m - dot d (minus y m) g).
Proof.
  intros m.
  assert (E : (1 - lambda) * dot d (minus x m) g + lambda * dot d (minus y m) g = 0)
    by (unfold m, between; by_coordinates d).
  lra.
Qed.

(** A-(9) at all pairs implies convexity. Laws: sgd.cvx-equivalent. *)
Theorem A9_convex d Theta f :
  convex_set Theta -> (forall x, Theta x -> exists g, subgradient d Theta f x g) -> convex_loss Theta f.
Proof.
  intros C H x y lambda Hx Hy Hl.
  destruct (H (between x y lambda)) as [g Hg]; [ now apply C | ].
  pose proof (A9_jensen_gap d f x y g lambda) as E. cbv zeta in E.
  pose proof (Hg x Hx). pose proof (Hg y Hy). nra.
Qed.

(** θ₁, …, θ_T averaged. *)
Definition average (T : nat) (theta : nat -> vector) : vector := fun i => total T (fun t => theta t i) / INR T.

Lemma dot_average d T theta x g :
  (1 <= T)%nat -> dot d (minus (average T theta) x) g = total T (fun t => dot d (minus (theta t) x) g) / INR T.
Proof.
  intros HT. assert (0 < INR T) by (apply lt_0_INR; lia).
  unfold total, dot. rewrite sum_exchange. unfold Rdiv. rewrite <- sum_scale_right. apply sum_equal. intros i Hi.
  unfold minus, average, total. rewrite sum_scale_right, sum_minus, sum_const. field. lra.
Qed.

(** The loss at the average of points is at most the average of the losses (Jensen), from A-(9) at the average.
    Laws: sgd.averaged-iterate. *)
Theorem A9_average d T Theta f theta g :
  (1 <= T)%nat -> (forall t, (1 <= t <= T)%nat -> Theta (theta t)) ->
  subgradient d Theta f (average T theta) g ->
  f (average T theta) <= total T (fun t => f (theta t)) / INR T.
Proof.
  intros HT Ht S. assert (P : 0 < INR T) by (apply lt_0_INR; lia).
  assert (Z : total T (fun t => dot d (minus (theta t) (average T theta)) g) / INR T = 0).
  { rewrite <- dot_average by assumption. by_coordinates d. }
  assert (L : total T (fun t => dot d (minus (theta t) (average T theta)) g)
    <= total T (fun t => f (theta t)) - INR T * f (average T theta)).
  { unfold total. rewrite <- sum_const, <- sum_minus. apply sum_le. intros k Hk. apply S, Ht. lia. }
  apply Rmult_le_reg_r with (INR T); [ exact P | ].
  replace (total T (fun t => f (theta t)) / INR T * INR T) with (total T (fun t => f (theta t))) by (field; lra).
  apply Rmult_eq_compat_r with (r := INR T) in Z. unfold Rdiv in Z.
  rewrite Rmult_assoc, Rinv_l in Z by lra. lra.
Qed.
