(** The zeroth-order gradient, B-(11) to B-(15), in all dimensions, for directions with finitely many values. *)

From GradientLaws Require Export PolicyGradient.

(** ** The law of the directions

    M directions u_1, …, u_M in ℝᵈ with the weights w, any number of them: E[f] is [mean M w f]. *)

(** E u = 0. *)
Definition centered (d M : nat) (w : nat -> R) (u : nat -> vector) : Prop :=
  forall i, (i < d)%nat -> mean M w (fun k => u k i) = 0.

(** E[uu^T] = I. *)
Definition isotropic (d M : nat) (w : nat -> R) (u : nat -> vector) : Prop :=
  forall i j, (i < d)%nat -> (j < d)%nat -> mean M w (fun k => u k i * u k j) = kronecker i j.

(** E[u_i u_j u_l] = 0. *)
Definition no_third_moments (d M : nat) (w : nat -> R) (u : nat -> vector) : Prop :=
  forall i j l, (i < d)%nat -> (j < d)%nat -> (l < d)%nat -> mean M w (fun k => u k i * u k j * u k l) = 0.

Lemma mean_of_sum M w n f : mean M w (fun k => sum n (f k)) = sum n (fun i => mean M w (fun k => f k i)).
Proof.
  unfold mean. rewrite (sum_equal M _ (fun k => sum n (fun i => w k * f k i)))
    by (intros; now rewrite sum_scale).
  apply sum_exchange.
Qed.

(** In B-(12): E[u (u·v)] = E[uu^T] v = v. Laws: zo.outer. *)
Theorem B12_outer d M w u v i :
  isotropic d M w u -> (i < d)%nat -> mean M w (fun k => dot d v (u k) * u k i) = v i.
Proof.
  intros Iso Hi. unfold dot.
  rewrite (mean_equal M w _ (fun k => sum d (fun j => v j * (u k i * u k j))))
    by (intros; rewrite <- sum_scale_right; apply sum_equal; intros; ring).
  rewrite mean_of_sum, (sum_equal d _ (fun j => kronecker i j * v j)); [ now apply sum_kronecker | ].
  intros j Hj. rewrite mean_scale, Iso by assumption. ring.
Qed.

(** E[u^T u] = d, a number, although E[uu^T] = I. Laws: c.uTu. *)
Theorem B14_mean_squared_length d M w u :
  isotropic d M w u -> mean M w (fun k => squared_norm d (u k)) = INR d.
Proof.
  intros Iso. unfold squared_norm, dot. rewrite mean_of_sum, (sum_equal d _ (fun _ => 1)).
  - rewrite sum_const. ring.
  - intros i Hi. rewrite Iso by assumption. unfold kronecker.
    destruct (Nat.eq_dec i i); [ reflexivity | contradiction ].
Qed.

(** ** The estimator *)

(** x + εu. *)
Definition moved (x u : vector) (eps : R) : vector := plus x (scale eps u).

(** B-(11), coordinate i: E[(f(x + εu) − f(x))/ε u_i]. *)
Definition zeroth_order (M : nat) (w : nat -> R) (u : nat -> vector) (f : vector -> R) (x : vector) (eps : R)
    (i : nat) : R :=
  mean M w (fun k => (f (moved x (u k) eps) - f x) / eps * u k i).

(** B-(13): for E u = 0 the term −f(x), or any other baseline, does not change the mean; f is any function.
    Laws: zo.noshift. *)
Theorem B13_no_shift d M w u (f : vector -> R) x eps b i :
  centered d M w u -> (i < d)%nat -> eps <> 0 ->
  mean M w (fun k => (f (moved x (u k) eps) - b) / eps * u k i)
  = mean M w (fun k => f (moved x (u k) eps) / eps * u k i).
Proof.
  intros C Hi He.
  rewrite (mean_equal M w _ (fun k => f (moved x (u k) eps) / eps * u k i - b / eps * u k i))
    by (intros; field; exact He).
  rewrite mean_minus, mean_scale, (C i Hi). ring.
Qed.

(** The central difference E[(f(x + εu) − f(x − εu))/(2ε) u_i]. *)
Definition central (M : nat) (w : nat -> R) (u : nat -> vector) (f : vector -> R) (x : vector) (eps : R)
    (i : nat) : R :=
  mean M w (fun k => (f (moved x (u k) eps) - f (moved x (u k) (- eps))) / (2 * eps) * u k i).

(** ** Quadratics c + g·x + x^T H x/2 with a symmetric matrix H *)

Definition apply (d : nat) (H : nat -> vector) (x : vector) : vector := fun i => dot d (H i) x.
Definition quadratic (d : nat) (c : R) (g : vector) (H : nat -> vector) (x : vector) : R :=
  c + dot d g x + dot d x (apply d H x) / 2.
Definition gradient (d : nat) (g : vector) (H : nat -> vector) (x : vector) : vector := plus g (apply d H x).
Definition symmetric (d : nat) (H : nat -> vector) : Prop :=
  forall i j, (i < d)%nat -> (j < d)%nat -> H i j = H j i.

Lemma apply_moved d H x u eps i : apply d H (moved x u eps) i = apply d H x i + eps * apply d H u i.
Proof. unfold apply, moved. by_coordinates d. Qed.

Lemma apply_symmetric d H x u : symmetric d H -> dot d u (apply d H x) = dot d x (apply d H u).
Proof.
  intros S. unfold dot, apply, dot.
  rewrite (sum_equal d _ (fun i => sum d (fun j => u i * H i j * x j)))
    by (intros; rewrite <- sum_scale; apply sum_equal; intros; ring).
  rewrite sum_exchange. apply sum_equal. intros j Hj. rewrite <- sum_scale. apply sum_equal. intros i Hi.
  rewrite (S i j) by assumption. ring.
Qed.

(** The expansion that is exact for quadratics: f(x + εu) − f(x) = ε ∇f(x)·u + ε²/2 u^T H u. *)
Lemma quadratic_expansion d c g H x u eps :
  symmetric d H ->
  quadratic d c g H (moved x u eps) - quadratic d c g H x
  = eps * dot d (gradient d g H x) u + eps * eps / 2 * dot d u (apply d H u).
Proof.
  intros S. unfold quadratic, gradient.
  assert (E1 : dot d g (moved x u eps) = dot d g x + eps * dot d g u) by (unfold moved; by_coordinates d).
  assert (E2 : dot d (moved x u eps) (apply d H (moved x u eps))
    = dot d x (apply d H x) + eps * dot d x (apply d H u) + eps * dot d u (apply d H x)
      + eps * eps * dot d u (apply d H u)).
  { unfold dot at 1. rewrite (sum_equal d _ (fun i => (x i + eps * u i) * (apply d H x i + eps * apply d H u i)))
      by (intros; now rewrite apply_moved).
    generalize (apply d H x) (apply d H u). intros Hx Hu. by_coordinates d. }
  assert (E3 : dot d (plus g (apply d H x)) u = dot d g u + dot d u (apply d H x))
    by (generalize (apply d H x); intros; by_coordinates d).
  rewrite E1, E2, E3, <- (apply_symmetric d H x u S). field.
Qed.

(** B-(12) on quadratics: ZO = ∇f(x) + ε/2 E[(u^T H u) u], exactly, for every ε ≠ 0. E u = 0 is not needed.
    Laws: zo.limit. *)
Theorem B12_quadratic d M w u c g H x eps i :
  isotropic d M w u -> symmetric d H -> (i < d)%nat -> eps <> 0 ->
  zeroth_order M w u (quadratic d c g H) x eps i
  = gradient d g H x i + eps / 2 * mean M w (fun k => dot d (u k) (apply d H (u k)) * u k i).
Proof.
  intros Iso S Hi He. unfold zeroth_order.
  rewrite (mean_equal M w _ (fun k => dot d (gradient d g H x) (u k) * u k i
    + eps / 2 * (dot d (u k) (apply d H (u k)) * u k i)))
    by (intros; rewrite quadratic_expansion by exact S; field; exact He).
  rewrite mean_plus, mean_scale, (B12_outer d M w u (gradient d g H x) i Iso Hi). reflexivity.
Qed.

(** B-(12) is an equality on quadratics, at every ε ≠ 0, when the third moments of u vanish. Laws: zo.limit. *)
Theorem B12_quadratic_exact d M w u c g H x eps i :
  isotropic d M w u -> no_third_moments d M w u -> symmetric d H -> (i < d)%nat -> eps <> 0 ->
  zeroth_order M w u (quadratic d c g H) x eps i = gradient d g H x i.
Proof.
  intros Iso Third S Hi He. rewrite B12_quadratic by assumption.
  assert (Z : mean M w (fun k => dot d (u k) (apply d H (u k)) * u k i) = 0); [ | rewrite Z; ring ].
  unfold dot at 1, apply, dot.
  rewrite (mean_equal M w _ (fun k => sum d (fun a => sum d (fun b => H a b * (u k a * u k b * u k i))))).
  - rewrite mean_of_sum, <- (sum_zero d). apply sum_equal. intros a Ha.
    rewrite mean_of_sum, <- (sum_zero d). apply sum_equal. intros b Hb.
    rewrite mean_scale, Third by assumption. ring.
  - intros k _. rewrite <- sum_scale_right. apply sum_equal. intros a _.
    rewrite <- sum_scale, <- sum_scale_right. apply sum_equal. intros. ring.
Qed.

(** The central difference is exact on quadratics whatever the third moments, at every ε ≠ 0. Laws: zo.limit. *)
Theorem B12_central_exact d M w u c g H x eps i :
  isotropic d M w u -> symmetric d H -> (i < d)%nat -> eps <> 0 ->
  central M w u (quadratic d c g H) x eps i = gradient d g H x i.
Proof.
  intros Iso S Hi He. rewrite <- (B12_outer d M w u (gradient d g H x) i Iso Hi). apply mean_equal. intros k _.
  pose proof (quadratic_expansion d c g H x (u k) eps S) as Forward.
  pose proof (quadratic_expansion d c g H x (u k) (- eps) S) as Backward.
  replace (quadratic d c g H (moved x (u k) eps) - quadratic d c g H (moved x (u k) (- eps)))
    with (2 * eps * dot d (gradient d g H x) (u k)) by lra.
  field. exact He.
Qed.

(** ** The limit for any differentiable function *)

(** q(ε) tends to l as ε tends to 0, ε ≠ 0. *)
Definition tends_to (q : R -> R) (l : R) : Prop :=
  forall tolerance, 0 < tolerance -> exists delta, 0 < delta /\
    forall eps, eps <> 0 -> Rabs eps < delta -> Rabs (q eps - l) < tolerance.

Lemma tends_to_zero : tends_to (fun _ => 0) 0.
Proof. intros t Ht. exists 1. split; [ lra | ]. intros. rewrite Rminus_0_r, Rabs_R0. exact Ht. Qed.

Lemma tends_to_plus q q' l l' : tends_to q l -> tends_to q' l' -> tends_to (fun e => q e + q' e) (l + l').
Proof.
  intros H H' t Ht. destruct (H (t / 2)) as (a & Ha & Q); [ lra | ]. destruct (H' (t / 2)) as (b & Hb & Q'); [ lra | ].
  exists (Rmin a b). split; [ now apply Rmin_pos | ]. intros e He Hd.
  pose proof (Rmin_l a b). pose proof (Rmin_r a b). specialize (Q e He ltac:(lra)). specialize (Q' e He ltac:(lra)).
  replace (q e + q' e - (l + l')) with ((q e - l) + (q' e - l')) by ring.
  pose proof (Rabs_triang (q e - l) (q' e - l')). lra.
Qed.

Lemma tends_to_scale q l a : tends_to q l -> tends_to (fun e => a * q e) (a * l).
Proof.
  intros H t Ht. assert (P : 0 < Rabs a + 1) by (pose proof (Rabs_pos a); lra).
  destruct (H (t / (Rabs a + 1))) as (delta & Hd & Q); [ now apply Rdiv_lt_0_compat | ].
  exists delta. split; [ exact Hd | ]. intros e He Hb. specialize (Q e He Hb).
  replace (a * q e - a * l) with (a * (q e - l)) by ring. rewrite Rabs_mult.
  apply Rmult_lt_compat_l with (r := Rabs a + 1) in Q; [ | exact P ].
  replace ((Rabs a + 1) * (t / (Rabs a + 1))) with t in Q by (field; lra).
  pose proof (Rabs_pos (q e - l)). lra.
Qed.

(** ∇ is the gradient of f at x as far as the line through x along u can tell. *)
Definition derivative_along (d : nat) (f : vector -> R) (x slope u : vector) : Prop :=
  tends_to (fun eps => (f (moved x u eps) - f x) / eps) (dot d slope u).

(** B-(12): ZO f(x) tends to ∇f(x) as ε → 0 for every f that is differentiable at x, here along the finitely many
    directions. E u = 0 is not needed. Laws: zo.limit. *)
Theorem B12_limit d M w u f x slope i :
  isotropic d M w u -> (i < d)%nat ->
  (forall k, (k < M)%nat -> derivative_along d f x slope (u k)) ->
  tends_to (fun eps => zeroth_order M w u f x eps i) (slope i).
Proof.
  intros Iso Hi D. rewrite <- (B12_outer d M w u slope i Iso Hi). clear Iso. unfold zeroth_order, mean.
  induction M as [| M IH]; simpl; [ exact tends_to_zero | ].
  apply tends_to_plus; [ apply IH; intros; apply D; lia | ].
  intros t Ht. destruct (tends_to_scale _ _ (w M * u M i) (D M ltac:(lia)) t Ht) as (delta & Hd & Q).
  exists delta. split; [ exact Hd | ]. intros e He Hb. specialize (Q e He Hb).
  replace (w M * ((f (moved x (u M) e) - f x) / e * u M i) - w M * (dot d slope (u M) * u M i))
    with (w M * u M i * ((f (moved x (u M) e) - f x) / e) - w M * u M i * dot d slope (u M)) by ring.
  exact Q.
Qed.

(** ** The baseline *)

(** One direction's estimate with a baseline b: (f(x + εu_k) − b)/ε u_k. *)
Definition estimate (u : nat -> vector) (f : vector -> R) (x : vector) (eps b : R) (k : nat) : vector :=
  scale ((f (moved x (u k) eps) - b) / eps) (u k).

(** The variance of the estimate g, E‖g − E g‖². *)
Definition zeroth_variance (d M : nat) (w : nat -> R) (u : nat -> vector) (f : vector -> R)
    (x : vector) (eps b : R) : R :=
  let center := fun i => mean M w (fun k => estimate u f x eps b k i) in
  mean M w (fun k => squared_norm d (minus (estimate u f x eps b k) center)).

(** B-(14) with a baseline b: E[((f(x + εu) − b)/ε)² ‖u‖²]. *)
Definition zeroth_second_moment (d M : nat) (w : nat -> R) (u : nat -> vector) (f : vector -> R)
    (x : vector) (eps b : R) : R :=
  mean M w (fun k =>
    (f (moved x (u k) eps) - b) / eps * ((f (moved x (u k) eps) - b) / eps) * squared_norm d (u k)).

(** B-(15): b⋆ = E[f(x + εu)‖u‖²]/E‖u‖². *)
Definition zeroth_baseline (d M : nat) (w : nat -> R) (u : nat -> vector) (f : vector -> R)
    (x : vector) (eps : R) : R :=
  optimal_baseline M w (fun k => f (moved x (u k) eps)) (fun k => squared_norm d (u k)).

(** The variance differs from B-(14) by the squared length of E[f(x + εu)/ε u], which has no baseline, if E u = 0.
    Laws: zo.m2, zo.bopt. *)
Theorem B14_variance d M w u f x eps b :
  sum M w = 1 -> centered d M w u -> eps <> 0 ->
  zeroth_variance d M w u f x eps b
  = zeroth_second_moment d M w u f x eps b
    - squared_norm d (fun i => mean M w (fun k => f (moved x (u k) eps) / eps * u k i)).
Proof.
  intros Hw C He. pose proof (B8_variance M d w (estimate u f x eps b) Hw) as V. cbv zeta in V.
  unfold zeroth_variance. rewrite V. f_equal.
  - apply mean_equal. intros k _. apply squared_norm_scale.
  - unfold squared_norm, dot. apply sum_equal. intros i Hi. unfold estimate, scale.
    now rewrite (B13_no_shift d M w u f x eps b i C Hi He).
Qed.

(** B-(15), the excess: V(b) = V(b⋆) + (b − b⋆)² E‖u‖²/ε² for the variance V of the estimate, if E u = 0 and
    E‖u‖² ≠ 0; so b⋆ is best. Laws: zo.bopt. *)
Theorem B15_excess d M w u f x eps b :
  sum M w = 1 -> (forall k, (k < M)%nat -> 0 <= w k) -> centered d M w u ->
  mean M w (fun k => squared_norm d (u k)) <> 0 -> eps <> 0 ->
  let best := zeroth_baseline d M w u f x eps in
  zeroth_variance d M w u f x eps b
  = zeroth_variance d M w u f x eps best
    + (b - best) * (b - best) * mean M w (fun k => squared_norm d (u k)) / (eps * eps) /\
  zeroth_variance d M w u f x eps best <= zeroth_variance d M w u f x eps b.
Proof.
  intros Hw Pw C L He best. set (q := fun k => squared_norm d (u k)) in *.
  assert (E : forall a, zeroth_second_moment d M w u f x eps a
    = second_moment M w (fun k => f (moved x (u k) eps)) q a / (eps * eps)).
  { intros a. unfold zeroth_second_moment, second_moment, mean, Rdiv. rewrite <- sum_scale_right. apply sum_equal.
    intros k _. unfold q. field. exact He. }
  assert (Excess : zeroth_variance d M w u f x eps b
    = zeroth_variance d M w u f x eps best + (b - best) * (b - best) * mean M w q / (eps * eps)).
  { rewrite !B14_variance, !E, (B9_excess M w _ _ b L) by assumption. unfold best, zeroth_baseline. fold q.
    field. exact He. }
  split; [ exact Excess | ]. rewrite Excess.
  assert (0 < eps * eps) by now apply Rsqr_pos_lt.
  assert (0 <= mean M w q) by (apply mean_nonneg; [ exact Pw | intros; apply squared_norm_nonneg ]).
  assert (0 <= (b - best) * (b - best) * mean M w q / (eps * eps)); [ | lra ].
  apply Rmult_le_pos; [ apply Rmult_le_pos; [ apply Rle_0_sqr | assumption ] | now apply Rlt_le, Rinv_0_lt_compat ].
Qed.
