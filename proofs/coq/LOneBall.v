(** The nearest point of the ℓ₁ ball, in all dimensions: soft thresholding at the threshold of a simplex. *)

From GradientLaws Require Export Simplex Sets.

Definition l1_ball (d : nat) (center : vector) (radius : R) (theta : vector) : Prop :=
  sum d (fun i => Rabs (theta i - center i)) <= radius.

Definition distances (center x : vector) : vector := fun i => Rabs (x i - center i).

(** max(−y, min(y, a)). *)
Definition soft (y a : R) : R := clamp (Some (- y)) (Some y) a.

(** c + max(−y, min(y, x − c)), coordinate by coordinate. *)
Definition soften (center y x : vector) : vector := fun i => center i + soft (y i) (x i - center i).

Lemma l1_ball_convex d center radius : convex_set (l1_ball d center radius).
Proof.
  intros x y lambda Hx Hy Hl. unfold l1_ball in *.
  apply Rle_trans with ((1 - lambda) * sum d (distances center x) + lambda * sum d (distances center y));
    [ | unfold distances in *; nra ].
  rewrite <- !sum_scale, <- sum_plus. apply sum_le. intros i _.
  unfold between, plus, scale, minus, distances, Rabs. repeat destruct Rcase_abs; nra.
Qed.

Ltac by_cases := unfold soft, clamp, Rabs, Rmax, Rmin; repeat (destruct Rcase_abs || destruct Rle_dec).

Lemma soft_size y a : 0 <= y -> Rabs (soft y a) <= y.
Proof. intros. by_cases; lra. Qed.

Lemma soft_untouched tau a : tau <= 0 -> soft (Rmax 0 (Rabs a - tau)) a = a.
Proof. intros. by_cases; lra. Qed.

(** What is taken off is at most τ, and τ toward 0 where something is left. *)
Lemma soft_angle tau a b :
  0 <= tau ->
  tau * (Rmax 0 (Rabs a - tau) - Rabs b)
  <= (soft (Rmax 0 (Rabs a - tau)) a - b) * (a - soft (Rmax 0 (Rabs a - tau)) a).
Proof. intros. by_cases; nra. Qed.

(** Whatever τ makes y = max(0, |x − c| − τ) sum to r, p = c + max(−y, min(y, x − c)) lies in the ball, sees all of it
    at an obtuse angle, and is its nearest point. Laws: proj.feasible, proj.def, proj.obtuse. *)
Theorem A16_l1_ball_soften d center radius x tau :
  sum d (cut tau (distances center x)) = radius ->
  obtuse d (l1_ball d center radius) x (soften center (cut tau (distances center x)) x) /\
  nearest d (l1_ball d center radius) x (soften center (cut tau (distances center x)) x).
Proof.
  intros Hs. set (p := soften center (cut tau (distances center x)) x).
  assert (O : obtuse d (l1_ball d center radius) x p); [ | split; [ exact O | now apply A16_obtuse_is_nearest ] ].
  split.
  - unfold l1_ball. rewrite <- Hs. apply sum_le. intros i _.
    replace (p i - center i) with (soft (cut tau (distances center x) i) (x i - center i)) by (unfold p, soften; ring).
    apply soft_size, Rmax_l.
  - intros theta Ht. unfold l1_ball in Ht.
    assert (Each : forall i, (i < d)%nat ->
      Rmax 0 tau * (cut tau (distances center x) i - Rabs (theta i - center i))
      <= (p i - theta i) * (x i - p i)).
    { intros i _. unfold p, soften, cut, distances. destruct (Rle_dec tau 0).
      - rewrite Rmax_left, soft_untouched by lra. lra.
      - rewrite (Rmax_right 0 tau) by lra.
        pose proof (soft_angle tau (x i - center i) (theta i - center i)). lra. }
    apply sum_le in Each. rewrite sum_scale, sum_minus, Hs in Each.
    pose proof (Rmax_l 0 tau). unfold dot, minus. nra.
Qed.

(** A-(16) for the ℓ₁ ball, all dimensions: Π(x)ᵢ = cᵢ + max(−yᵢ, min(yᵢ, xᵢ − cᵢ)), where y is the nearest point to
    |x − c| in the simplex of sum r: yᵢ = max(0, |xᵢ − cᵢ| − τ) with τ the largest of (u₁ + … + u_j − r)/j over all j
    from 1 to d, and u is |x − c| in descending order. Laws: proj.feasible, proj.def, proj.obtuse. *)
Theorem A16_l1_ball d center radius x u k :
  0 < radius -> reordered d (distances center x) u -> descending d u -> (1 <= k <= d)%nat ->
  (forall j, (1 <= j <= d)%nat -> threshold radius u j <= threshold radius u k) ->
  let y := cut (threshold radius u k) (distances center x) in
  nearest d (simplex d radius) (distances center x) y /\
  obtuse d (l1_ball d center radius) x (soften center y x) /\
  nearest d (l1_ball d center radius) x (soften center y x).
Proof.
  intros Hr P D Hk M y. split; [ now apply A16_simplex | ]. apply A16_l1_ball_soften.
  rewrite <- (cut_at_largest_threshold d radius u k Hr D Hk M) at 2.
  exact (sum_reordered d (fun a => Rmax 0 (a - threshold radius u k)) (distances center x) u P).
Qed.

(** The points of the ball stay where they are. Laws: proj.fixes-set. *)
Theorem A16_l1_ball_inside d center radius x tau :
  sum d (cut tau (distances center x)) = radius -> l1_ball d center radius x ->
  same d (soften center (cut tau (distances center x)) x) x.
Proof.
  intros Hs Hx. apply squared_distance_zero.
  destruct (A16_l1_ball_soften d center radius x tau Hs) as [[_ O] _]. specialize (O x Hx).
  set (p := soften center (cut tau (distances center x)) x) in *.
  assert (E : squared_norm d (minus p x) = - dot d (minus p x) (minus x p)) by by_coordinates d. lra.
Qed.
