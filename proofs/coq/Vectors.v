(** Vectors of any dimension d: functions of which the first d values count. *)

From GradientLaws Require Export Sums.

Definition vector := nat -> R.

Definition dot (d : nat) (x y : vector) : R := sum d (fun i => x i * y i).
Definition squared_norm (d : nat) (x : vector) : R := dot d x x.
Definition norm (d : nat) (x : vector) : R := sqrt (squared_norm d x).
Definition plus (x y : vector) : vector := fun i => x i + y i.
Definition minus (x y : vector) : vector := fun i => x i - y i.
Definition scale (a : R) (x : vector) : vector := fun i => a * x i.

(** Equal in all d coordinates. *)
Definition same (d : nat) (x y : vector) : Prop := forall i, (i < d)%nat -> x i = y i.

(** Proves an identity that is linear in inner products of combinations of vectors. *)
Ltac by_coordinates d := unfold squared_norm, dot, plus, minus, scale; linear_in_sums d.

Lemma dot_comm d x y : dot d x y = dot d y x.
Proof. by_coordinates d. Qed.

Lemma dot_scale_left d a x y : dot d (scale a x) y = a * dot d x y.
Proof. by_coordinates d. Qed.

Lemma dot_scale_right d a x y : dot d x (scale a y) = a * dot d x y.
Proof. by_coordinates d. Qed.

Lemma dot_minus_left d x y z : dot d (minus x y) z = dot d x z - dot d y z.
Proof. by_coordinates d. Qed.

Lemma squared_norm_scale d a x : squared_norm d (scale a x) = a * a * squared_norm d x.
Proof. by_coordinates d. Qed.

Lemma squared_norm_swap d x y : squared_norm d (minus x y) = squared_norm d (minus y x).
Proof. by_coordinates d. Qed.

Lemma squared_norm_nonneg d x : 0 <= squared_norm d x.
Proof. apply sum_nonneg. intros. nra. Qed.

Lemma squared_norm_zero d x : squared_norm d x <= 0 -> forall i, (i < d)%nat -> x i = 0.
Proof.
  intros H i Hi.
  assert (x i * x i = 0) by (apply (sum_nonneg_zero d (fun i => x i * x i)); auto; intros; nra).
  nra.
Qed.

Lemma squared_distance_zero d x y : squared_norm d (minus x y) <= 0 -> same d x y.
Proof. intros H i Hi. apply Rminus_diag_uniq. exact (squared_norm_zero d (minus x y) H i Hi). Qed.

Lemma dot_same_left d x y z : same d x y -> dot d x z = dot d y z.
Proof. intros H. apply sum_equal. intros i Hi. now rewrite H. Qed.

Lemma norm_nonneg d x : 0 <= norm d x.
Proof. apply sqrt_pos. Qed.

Lemma norm_squared d x : norm d x * norm d x = squared_norm d x.
Proof. apply sqrt_sqrt, squared_norm_nonneg. Qed.

Lemma squared_norm_of_bound d x b : norm d x <= b -> squared_norm d x <= b * b.
Proof. intros H. rewrite <- norm_squared. pose proof (norm_nonneg d x). nra. Qed.

Lemma norm_of_bound d x b : 0 <= b -> squared_norm d x <= b * b -> norm d x <= b.
Proof.
  intros Hb H. rewrite <- norm_squared in H. pose proof (norm_nonneg d x).
  apply Rnot_lt_le. intros C. nra.
Qed.

Lemma norm_le_norm d x y : squared_norm d x <= squared_norm d y -> norm d x <= norm d y.
Proof. intros H. apply norm_of_bound; [ apply norm_nonneg | now rewrite norm_squared ]. Qed.

(** Cauchy–Schwarz, squared: (x·y)² ≤ ‖x‖² ‖y‖². *)
Theorem cauchy_schwarz d x y : dot d x y * dot d x y <= squared_norm d x * squared_norm d y.
Proof.
  pose proof (squared_norm_nonneg d x) as [Hx | Hx].
  - pose proof (squared_norm_nonneg d (minus (scale (squared_norm d x) y) (scale (dot d x y) x))) as H.
    assert (E : forall a b, squared_norm d (minus (scale a y) (scale b x))
      = a * a * squared_norm d y - 2 * a * b * dot d x y + b * b * squared_norm d x)
      by (intros; by_coordinates d).
    rewrite E in H. nra.
  - assert (Z : dot d x y = 0); [ | rewrite Z, <- Hx; lra ].
    rewrite <- (sum_zero d). apply sum_equal. intros i Hi.
    rewrite (squared_norm_zero d x) by (auto; lra). ring.
Qed.

(** Cauchy–Schwarz: x·y ≤ ‖x‖ ‖y‖. *)
Theorem cauchy_schwarz_norms d x y : dot d x y <= norm d x * norm d y.
Proof.
  pose proof (cauchy_schwarz d x y) as H. rewrite <- !norm_squared in H.
  pose proof (norm_nonneg d x). pose proof (norm_nonneg d y).
  assert (0 <= norm d x * norm d y) by nra.
  apply Rnot_lt_le. intros C. nra.
Qed.

(** The true form of what a comment adds to A-(20): ‖a + b‖² − ‖a‖² − ‖b‖² = 2 a·b.
    Laws: sgd.c-broq-squares. *)
Theorem A20_squares_of_a_sum d a b :
  squared_norm d (plus a b) - (squared_norm d a + squared_norm d b) = 2 * dot d a b.
Proof. by_coordinates d. Qed.

(** The length of a sum is at most the sum of the lengths. *)
Theorem triangle d a b : norm d (plus a b) <= norm d a + norm d b.
Proof.
  pose proof (norm_nonneg d a). pose proof (norm_nonneg d b).
  apply norm_of_bound; [ lra | ].
  pose proof (A20_squares_of_a_sum d a b) as H1. pose proof (cauchy_schwarz_norms d a b).
  pose proof (norm_squared d a). pose proof (norm_squared d b). nra.
Qed.
