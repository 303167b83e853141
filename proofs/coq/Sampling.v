(** Estimates of the policy gradient from N independent samples: their mean, their variance and the best baseline, for
    all N, K and numbers of parameters. *)

From GradientLaws Require Export LeaveOneOut Policy.

(** B-(6): (1/N) Σ_n (r(y_n) − b) s(y_n). *)
Definition estimate (N : nat) (r : nat -> R) (b : R) (s : nat -> vector) (ys : list nat) : vector :=
  fun i => over (fun y => (r y - b) * s y i) ys / INR N.

Lemma expectation_estimate K p N r b s i :
  (1 <= N)%nat -> sum K p = 1 ->
  expectation K p N (fun ys => estimate N r b s ys i) = mean K p (fun y => (r y - b) * s y i).
Proof.
  intros HN Hp. assert (P : 0 < INR N) by (apply lt_0_INR; lia).
  rewrite (expectation_equal K p N _ (fun ys => / INR N * over (fun y => (r y - b) * s y i) ys))
    by (intros; unfold estimate, Rdiv; ring).
  rewrite expectation_scale, expectation_over by exact Hp. field. lra.
Qed.

(** B-(6): averaged over all ways to draw N samples from the policy, the estimate with any baseline b that ignores what
    is drawn is the gradient of Σ_y p_y r_y. Laws: pg.baseline, pg.logtrick, pg.bmean. *)
Theorem B6_any_baseline K d N tau f theta phi r b :
  (1 <= N)%nat -> (1 <= K)%nat -> tau <> 0 -> model K d f theta phi ->
  let p := softmax K tau (f theta) in
  has_gradient d (fun theta => mean K (softmax K tau (f theta)) r) theta
    (fun i => expectation K p N (fun ys => estimate N r b (score K tau p phi) ys i)).
Proof.
  intros HN HK Ht M p. assert (Hp : sum K p = 1) by now apply B2_softmax_probabilities.
  apply (has_gradient_same d _ theta (fun i => mean K p (fun y => r y * score K tau p phi y i))).
  - intros i _. rewrite expectation_estimate by assumption. symmetry.
    apply (B6_baseline K p r (fun y => score K tau p phi y i)). now apply B7_score.
  - now apply B4_policy_gradient.
Qed.

(** The variance of an estimate g from N samples, E‖g − E g‖². *)
Definition variance (K : nat) (p : nat -> R) (N d : nat) (g : list nat -> vector) : R :=
  let center := fun i => expectation K p N (fun ys => g ys i) in
  expectation K p N (fun ys => squared_norm d (minus (g ys) center)).

Lemma expectation_sum K p N d F :
  expectation K p N (fun ys => sum d (F ys)) = sum d (fun i => expectation K p N (fun ys => F ys i)).
Proof.
  induction d as [| d IH]; simpl.
  - rewrite (expectation_equal K p N _ (fun _ => 0 * 0)) by (intros; ring). rewrite expectation_scale. ring.
  - now rewrite expectation_plus, IH.
Qed.

(** Before B-(8): the variance is E‖g‖² − ‖E g‖², for an estimate of any kind from N samples. Laws: pg.var-m2. *)
Theorem B8_second_moment K p N d g :
  sum K p = 1 ->
  variance K p N d g
  = expectation K p N (fun ys => squared_norm d (g ys))
    - squared_norm d (fun i => expectation K p N (fun ys => g ys i)).
Proof.
  intros Hp. unfold variance, squared_norm, dot, minus. rewrite !expectation_sum, <- sum_minus.
  apply sum_equal. intros i _. set (m := expectation K p N (fun ys => g ys i)).
  rewrite (expectation_equal K p N _ (fun ys => g ys i * g ys i + (- (2 * m) * g ys i + m * m))) by (intros; ring).
  rewrite !expectation_plus, expectation_scale, expectation_const by exact Hp. fold m. ring.
Qed.

(** The mean of N independent values of a has the N-th part of the variance of a. *)
Lemma expectation_mean_squared K p N a :
  (1 <= N)%nat -> sum K p = 1 ->
  expectation K p N (fun ys => over a ys / INR N * (over a ys / INR N)) - mean K p a * mean K p a
  = (mean K p (fun y => a y * a y) - mean K p a * mean K p a) / INR N.
Proof.
  intros HN Hp. assert (P : 0 < INR N) by (apply lt_0_INR; lia).
  rewrite (expectation_equal K p N _ (fun ys => / (INR N * INR N)
    * ((over a ys * over a ys - over (fun y => a y * a y) ys) + over (fun y => a y * a y) ys)))
    by (intros; field; lra).
  rewrite expectation_scale, expectation_plus, expectation_pairs, expectation_over by exact Hp. field. lra.
Qed.

(** B-(8): the variance of the estimate is (E[(r − b)²‖s‖²] − ‖E[r s]‖²)/N, and only the first term depends on b.
    Laws: pg.var-m2, pg.bopt. *)
Theorem B8_sampled_variance K p N d r b s :
  (1 <= N)%nat -> sum K p = 1 -> (forall i, (i < d)%nat -> mean K p (fun y => s y i) = 0) ->
  variance K p N d (estimate N r b s)
  = (second_moment K p r (fun y => squared_norm d (s y)) b - squared_norm d (fun i => mean K p (fun y => r y * s y i)))
    / INR N.
Proof.
  intros HN Hp Hs. rewrite B8_second_moment, <- B8_estimator by exact Hp.
  unfold squared_norm, dot. rewrite expectation_sum, <- sum_minus.
  assert (E : mean K p (fun y => sum d (fun i => scale (r y - b) (s y) i * scale (r y - b) (s y) i))
    = sum d (fun i => mean K p (fun y => scale (r y - b) (s y) i * scale (r y - b) (s y) i))).
  { unfold mean. rewrite sum_exchange. apply sum_equal. intros. now rewrite sum_scale. }
  rewrite E, <- sum_minus. unfold Rdiv. rewrite <- sum_scale_right. apply sum_equal. intros i Hi.
  rewrite expectation_estimate by assumption.
  rewrite <- (B6_baseline K p r (fun y => s y i) b (Hs i Hi)).
  exact (expectation_mean_squared K p N (fun y => (r y - b) * s y i) HN Hp).
Qed.

(** B-(9): the variance of the estimate is V(b) = V(b⋆) + (b − b⋆)² E‖s‖²/N, if E‖s‖² ≠ 0, for the scores of any model.
    Laws: pg.bopt. *)
Theorem B9_sampled_excess K p N d tau phi r b :
  (1 <= N)%nat -> sum K p = 1 ->
  let s := score K tau p phi in
  let q := fun y => squared_norm d (s y) in
  let best := optimal_baseline K p r q in
  mean K p q <> 0 ->
  variance K p N d (estimate N r b s)
  = variance K p N d (estimate N r best s) + (b - best) * (b - best) * mean K p q / INR N.
Proof.
  intros HN Hp s q best Hq. assert (P : 0 < INR N) by (apply lt_0_INR; lia).
  assert (Hs : forall i, (i < d)%nat -> mean K p (fun y => s y i) = 0) by (intros; now apply B7_score).
  rewrite !B8_sampled_variance by assumption. fold q. rewrite (B9_excess K p r q b Hq). fold best. field. lra.
Qed.
