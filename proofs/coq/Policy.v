(** Softmax policies of models: the score is the gradient of log p, and reward times score, averaged, the gradient of
    the objective, for all K, numbers of parameters and data sets. *)

From Coq Require Import Logic.FunctionalExtensionality.
From Coq Require Import Reals.Ranalysis1 Reals.Rtrigo_def Reals.Exp_prop Reals.PartSum.
From GradientLaws Require Export Softmax.

(** ** Logarithms *)

Lemma derivable_logarithm log q : logarithm log -> 0 < q -> derivable_pt_lim log q (/ q).
Proof.
  intros L Hq eps He. assert (Pq : 0 < q * q) by nra. assert (P : 0 < Rmin (q / 2) (eps * (q * q) / 2)).
  { apply Rmin_pos; [ lra | ]. assert (0 < eps * (q * q)) by (apply Rmult_lt_0_compat; lra). lra. }
  exists (mkposreal _ P). intros h Hh Hd. simpl in Hd.
  pose proof (Rmin_l (q / 2) (eps * (q * q) / 2)). pose proof (Rmin_r (q / 2) (eps * (q * q) / 2)).
  assert (Small : - (q / 2) < h < q / 2) by (apply Rabs_def2 in Hd; lra).
  pose proof (logarithm_bounds log (q + h) q L ltac:(lra) Hq) as Up.
  pose proof (logarithm_bounds log q (q + h) L Hq ltac:(lra)) as Down.
  set (D := log (q + h) - log q) in *.
  assert (Up' : D - h / q <= 0) by (replace (h / q) with ((q + h) / q - 1) by (field; lra); lra).
  assert (Down' : - (h * h / (q * (q + h))) <= D - h / q).
  { replace (- (h * h / (q * (q + h)))) with (1 - q / (q + h) - h / q) by (field; lra).
    unfold D. lra. }
  assert (Size : h * h / (q * (q + h)) <= h * h * (2 / (q * q))).
  { unfold Rdiv. apply Rmult_le_compat_l; [ nra | ]. replace (2 * / (q * q)) with (/ (q * q / 2)) by (field; lra).
    apply Rinv_le_contravar; nra. }
  assert (Square : h * h = Rabs h * Rabs h) by (rewrite <- Rabs_mult, Rabs_right; [ reflexivity | apply Rle_ge, Rle_0_sqr ]).
  assert (Ph : 0 < Rabs h) by now apply Rabs_pos_lt.
  assert (Bound : h * h * (2 / (q * q)) < eps * Rabs h).
  { rewrite Square. replace (Rabs h * Rabs h * (2 / (q * q))) with (Rabs h * (Rabs h * (2 / (q * q)))) by ring.
    rewrite (Rmult_comm eps). apply Rmult_lt_compat_l; [ exact Ph | ].
    apply Rmult_lt_reg_r with (q * q / 2); [ nra | ].
    replace (Rabs h * (2 / (q * q)) * (q * q / 2)) with (Rabs h) by (field; lra). lra. }
  replace (D / h - / q) with ((D - h / q) / h) by (field; lra).
  unfold Rdiv at 1. rewrite Rabs_mult, Rabs_inv. apply Rmult_lt_reg_r with (Rabs h); [ exact Ph | ].
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. rewrite Rabs_left1 by exact Up'. lra.
Qed.

(** ** Models *)

(** θ + t v. *)
Definition along (theta v : vector) (t : R) : vector := fun i => theta i + t * v i.

Lemma along_0 theta v : along theta v 0 = theta.
Proof. apply functional_extensionality. intros i. unfold along. ring. Qed.

(** g = ∇F(θ), d parameters: the derivative of F along every line through θ is that of its tangent. *)
Definition has_gradient (d : nat) (F : vector -> R) (theta g : vector) : Prop :=
  forall v, derivable_pt_lim (fun t => F (along theta v t)) 0 (dot d g v).

Lemma has_gradient_same d F theta g g' : same d g g' -> has_gradient d F theta g -> has_gradient d F theta g'.
Proof. intros E H v. rewrite <- (dot_same_left d g g' v E). apply H. Qed.

(** The logits f_θ(y) of a model with the gradients φ_y = ∇f_θ(y) at θ. *)
Definition model (K d : nat) (f : vector -> nat -> R) (theta : vector) (phi : nat -> vector) : Prop :=
  forall y, (y < K)%nat -> has_gradient d (fun theta => f theta y) theta (phi y).

(** Logits that are linear in features, z_y + θ·φ_y, are such a model at every θ, with the features as gradients; a table
    of logits is one, with the features e_y. Laws: pg.grad, pg.logtrick, pg.baseline, pg.bopt. *)
Theorem B2_linear_model K d z phi theta :
  model K d (fun theta y => z y + dot d (phi y) theta) theta phi.
Proof.
  intros y _ v. unfold along.
  assert (E : forall t, dot d (phi y) (fun i => theta i + t * v i) = dot d (phi y) theta + t * dot d (phi y) v)
    by (intros; by_coordinates d).
  intros eps He. exists (mkposreal 1 Rlt_0_1). intros h Hh _. rewrite !E.
  replace ((z y + (dot d (phi y) theta + (0 + h) * dot d (phi y) v)
            - (z y + (dot d (phi y) theta + 0 * dot d (phi y) v))) / h - dot d (phi y) v) with 0 by (field; exact Hh).
  now rewrite Rabs_R0.
Qed.

(** The score s_y = (φ_y − E φ)/τ of a model, B-(5); with φ_y = e_y it is (e_y − p)/τ. *)
Definition score (K : nat) (tau : R) (p : nat -> R) (phi : nat -> vector) (y : nat) : vector :=
  fun i => (phi y i - mean K p (fun k => phi k i)) / tau.

Lemma dot_score K d tau p phi y v :
  dot d (score K tau p phi y) v = (dot d (phi y) v - mean K p (fun k => dot d (phi k) v)) / tau.
Proof.
  assert (E : mean K p (fun k => dot d (phi k) v) = sum d (fun i => mean K p (fun k => phi k i) * v i)).
  { unfold mean, dot. rewrite (sum_equal K _ (fun k => sum d (fun i => p k * phi k i * v i)))
      by (intros; rewrite <- sum_scale; apply sum_equal; intros; ring).
    rewrite sum_exchange. apply sum_equal. intros. now rewrite sum_scale_right. }
  rewrite E. unfold dot, score, Rdiv. rewrite <- sum_minus, <- sum_scale_right. apply sum_equal. intros. ring.
Qed.

(** B-(5): the score is the gradient of log p_y, and p_y times the score that of p_y, for a softmax policy of any model.
    Laws: pg.logtrick, pg.score0, pg.grad, pg.baseline, pg.bopt, pg.bopt-weighted, pg.var-m2. *)
Theorem B5_score K d tau f theta phi log y :
  tau <> 0 -> (y < K)%nat -> model K d f theta phi -> logarithm log ->
  let p := softmax K tau (f theta) in
  has_gradient d (fun theta => log (softmax K tau (f theta) y)) theta (score K tau p phi y) /\
  has_gradient d (fun theta => softmax K tau (f theta) y) theta (scale (p y) (score K tau p phi y)).
Proof.
  intros Ht Hy M L p.
  assert (D : forall v, derivable_pt_lim (fun t => softmax K tau (f (along theta v t)) y) 0
    (p y * dot d (score K tau p phi y) v)).
  { intros v. pose proof (B5_softmax_derivative K tau (fun t => f (along theta v t)) (fun y => dot d (phi y) v) y
      Hy Ht (fun j Hj => M j Hj v)) as D.
    cbv beta zeta in D. rewrite along_0 in D. fold p in D. rewrite dot_score.
    replace (p y * ((dot d (phi y) v - mean K p (fun k => dot d (phi k) v)) / tau))
      with (p y * (dot d (phi y) v - mean K p (fun k => dot d (phi k) v)) / tau) by (field; exact Ht).
    exact D. }
  split; intros v.
  - assert (P : 0 < p y) by (apply (B2_softmax_probabilities K tau (f theta)); lia).
    replace (dot d (score K tau p phi y) v) with (/ p y * (p y * dot d (score K tau p phi y) v)) by (field; lra).
    apply (derivable_pt_lim_comp (fun t => softmax K tau (f (along theta v t)) y) log); [ apply D | ].
    rewrite along_0. now apply derivable_logarithm.
  - rewrite dot_scale_left. apply D.
Qed.

(** B-(7): the score is 0 on average, for any probabilities that sum to 1. Laws: pg.score0, pg.baseline, pg.bopt. *)
Theorem B7_score K tau p phi i : sum K p = 1 -> mean K p (fun y => score K tau p phi y i) = 0.
Proof.
  intros Hp. unfold score, Rdiv.
  rewrite (mean_equal K p _ (fun y => / tau * (phi y i - mean K p (fun k => phi k i)))) by (intros; ring).
  rewrite mean_scale, mean_minus, mean_const by exact Hp. ring.
Qed.

(** B-(4) and B-(5): reward times score is on average the gradient of Σ_y p_y r_y. Laws: pg.logtrick, pg.baseline. *)
Theorem B4_policy_gradient K d tau f theta phi r :
  tau <> 0 -> model K d f theta phi ->
  let p := softmax K tau (f theta) in
  has_gradient d (fun theta => mean K (softmax K tau (f theta)) r) theta
    (fun i => mean K p (fun y => r y * score K tau p phi y i)).
Proof.
  intros Ht M p v.
  pose proof (softmax_mean_derivative K tau (fun t => f (along theta v t)) (fun y => dot d (phi y) v) r Ht
    (fun j Hj => M j Hj v)) as D.
  cbv beta zeta in D. rewrite along_0 in D. fold p in D.
  assert (E : dot d (fun i => mean K p (fun y => r y * score K tau p phi y i)) v
    = mean K p (fun y => r y * ((dot d (phi y) v - mean K p (fun k => dot d (phi k) v)) / tau))).
  { rewrite (mean_equal K p _ (fun y => r y * dot d (score K tau p phi y) v)) by (intros; now rewrite dot_score).
    unfold mean, dot.
    rewrite (sum_equal K _ (fun y => sum d (fun i => p y * (r y * score K tau p phi y i) * v i)))
      by (intros; rewrite <- !sum_scale; apply sum_equal; intros; ring).
    rewrite sum_exchange. apply sum_equal. intros. now rewrite sum_scale_right. }
  rewrite E. exact D.
Qed.

(** ** Data sets *)

(** The objective B-(2) over T examples, each with its own number of labels, model and rewards:
    (1/T) Σ_t Σ_y p_θ(y|x_t) r(y_t, y). *)
Definition objective (T : nat) (K : nat -> nat) (tau : R) (f : nat -> vector -> nat -> R) (r : nat -> nat -> R)
    (theta : vector) : R :=
  sum T (fun t => mean (K t) (softmax (K t) tau (f t theta)) (r t)) / INR T.

(** (1/T) Σ_t Σ_y p_θ(y|x_t) r(y_t, y) s_y(x_t). *)
Definition objective_gradient (T : nat) (K : nat -> nat) (tau : R) (f : nat -> vector -> nat -> R)
    (phi : nat -> nat -> vector) (r : nat -> nat -> R) (theta : vector) : vector :=
  fun i => sum T (fun t =>
    let p := softmax (K t) tau (f t theta) in mean (K t) p (fun y => r t y * score (K t) tau p (phi t) y i)) / INR T.

(** B-(4): the gradient of the objective B-(2) over a data set is the average of p · r · score summed over the labels.
    Laws: pg.grad, pg.shift, pg.smooth. *)
Theorem B4_data_set T d K tau f theta phi r :
  tau <> 0 -> (forall t, (t < T)%nat -> model (K t) d (f t) theta (phi t)) ->
  has_gradient d (objective T K tau f r) theta (objective_gradient T K tau f phi r theta).
Proof.
  intros Ht M v. unfold objective, objective_gradient.
  replace (dot d _ v) with (sum T (fun t => dot d (fun i => let p := softmax (K t) tau (f t theta) in
    mean (K t) p (fun y => r t y * score (K t) tau p (phi t) y i)) v) / INR T).
  - apply (derivable_scaled (fun s => sum T (fun t => mean (K t) (softmax (K t) tau (f t (along theta v s))) (r t)))).
    apply (derivable_sum T (fun t s => mean (K t) (softmax (K t) tau (f t (along theta v s))) (r t))).
    intros t H. exact (B4_policy_gradient (K t) d tau (f t) theta (phi t) (r t) Ht (M t H) v).
  - unfold dot. rewrite sum_exchange. unfold Rdiv. rewrite <- sum_scale_right. apply sum_equal. intros i _.
    rewrite sum_scale_right. ring.
Qed.

(** Rewards r + c(x_t, y_t) add the mean of c to the objective B-(2), and nothing to its gradient. Laws: pg.shift. *)
Theorem B2_data_set_shift T K tau f theta phi r c :
  (forall t, (t < T)%nat -> (1 <= K t)%nat) ->
  objective T K tau f (fun t y => r t y + c t) theta = objective T K tau f r theta + sum T c / INR T /\
  forall i, objective_gradient T K tau f phi (fun t y => r t y + c t) theta i
    = objective_gradient T K tau f phi r theta i.
Proof.
  intros HK.
  assert (P : forall t, (t < T)%nat -> sum (K t) (softmax (K t) tau (f t theta)) = 1)
    by (intros; now apply B2_softmax_probabilities, HK).
  split.
  - unfold objective, Rdiv. rewrite <- Rmult_plus_distr_r, <- sum_plus. f_equal. apply sum_equal. intros t H.
    now rewrite mean_plus, mean_const by now apply P.
  - intros i. unfold objective_gradient. f_equal. apply sum_equal. intros t H. cbv zeta.
    apply (B2_shift (K t) _ (r t) (fun y => score (K t) tau _ (phi t) y i) (c t)); [ | apply B7_score ]; now apply P.
Qed.
