(** Projected SGD with the rates of A-(6) and A-(8): the bounds that the article ends with, for all T and dimensions. *)

From GradientLaws Require Export AnyRates.

Implicit Types Theta : vector -> Prop.

(** A-(6): with the rate D/(G√T) the average regret is at most DG/√T; D need only bound the distance of the start.
    Laws: sgd.case1. *)
Theorem A6_constant_rate d T Theta loss theta g c D G :
  (1 <= T)%nat -> 0 < D -> 0 < G -> convex_set Theta -> Theta c ->
  projected_sgd d T Theta loss theta g (fun _ => D / (G * sqrt (INR T))) c ->
  norm d (minus (theta 1%nat) c) <= D ->
  (forall t, (1 <= t <= T)%nat -> norm d (g t) <= G) ->
  regret T loss theta c / INR T <= D * G / sqrt (INR T).
Proof.
  intros HT HD HG C Hc Run H1 Hg. rewrite <- (A6_value T D G HT HD HG).
  pose proof (A14_constant_rate d T Theta loss theta g _ c HT C Run Hc) as B. cbv beta in B.
  destruct (Run 1%nat ltac:(lia)) as (He & _).
  set (eta := D / (G * sqrt (INR T))) in *. assert (P : 0 < INR T) by (apply lt_0_INR; lia).
  assert (Q : total T (fun t => squared_norm d (g t)) <= INR T * (G * G)).
  { unfold total. rewrite <- sum_const. apply sum_le. intros k Hk. apply squared_norm_of_bound, Hg. lia. }
  assert (A : (distance d theta c 1 - distance d theta c (S T)) / (2 * eta) <= D * D / (2 * eta)).
  { apply Rmult_le_compat_r; [ apply Rlt_le, Rinv_0_lt_compat; lra | ].
    apply squared_norm_of_bound in H1. fold (distance d theta c 1) in H1.
    assert (0 <= distance d theta c (S T)) by apply squared_norm_nonneg. lra. }
  replace (D * D / (2 * INR T * eta) + G * G * eta / 2)
    with ((D * D / (2 * eta) + eta / 2 * (INR T * (G * G))) / INR T) by (field; lra).
  apply Rmult_le_compat_r; [ now apply Rlt_le, Rinv_0_lt_compat | ].
  assert (eta / 2 * total T (fun t => squared_norm d (g t)) <= eta / 2 * (INR T * (G * G)))
    by (apply Rmult_le_compat_l; lra).
  lra.
Qed.

Lemma decaying_nonincreasing T alpha : 0 < alpha -> nonincreasing T (fun t => alpha / sqrt (INR t)).
Proof.
  intros Ha t Ht. apply Rmult_le_compat_l; [ lra | ]. apply Rinv_le_contravar.
  - apply root_positive. lia.
  - apply Rlt_le, root_increases.
Qed.

(** With the rates α/√t the total regret is at most D²√T/(2α) + (√T − 1/2)αG² (Zinkevich 2003, for every α),
    which is below T times A-(8) by αG²/2. Laws: sgd.zinkevich, sgd.zinkevich-sharper. *)
Theorem A7_zinkevich d T Theta loss theta g c D G alpha :
  (1 <= T)%nat -> 0 < alpha -> convex_set Theta -> Theta c ->
  projected_sgd d T Theta loss theta g (fun t => alpha / sqrt (INR t)) c ->
  (forall t, (1 <= t <= T)%nat -> norm d (minus (theta t) c) <= D) ->
  (forall t, (1 <= t <= T)%nat -> norm d (g t) <= G) ->
  regret T loss theta c <= D * D * sqrt (INR T) / (2 * alpha) + (sqrt (INR T) - 1 / 2) * alpha * (G * G) /\
  D * D * sqrt (INR T) / (2 * alpha) + (sqrt (INR T) - 1 / 2) * alpha * (G * G)
    = INR T * (D * D / (2 * alpha * sqrt (INR T)) + G * G * alpha / sqrt (INR T)) - alpha * (G * G) / 2.
Proof.
  intros HT Ha C Hc Run HD HG. pose proof (root_positive T HT) as Hr. pose proof (root_squared T) as E.
  split; [ | set (r := sqrt (INR T)) in *; rewrite <- E; field; lra ].
  pose proof (A15_combine d T Theta loss theta g _ c D HT C Run (decaying_nonincreasing T alpha Ha) Hc HD) as B.
  assert (He : forall t, (1 <= t <= T)%nat -> 0 < alpha / sqrt (INR t)) by (intros; now apply Run).
  pose proof (gradient_cost_bound d T g _ G He HG) as Q.
  pose proof (distance_over_rate_nonneg d theta c (S T) _ (He T ltac:(lia))).
  assert (Sum : total T (fun t => alpha / sqrt (INR t)) = alpha * root_sum T).
  { unfold root_sum, total. rewrite <- sum_scale. apply sum_equal. intros. unfold Rdiv. ring. }
  rewrite Sum in Q. destruct (A7_sum T HT) as [S7 _]. cbv beta in B.
  replace (D * D / (2 * (alpha / sqrt (INR T)))) with (D * D * sqrt (INR T) / (2 * alpha)) in B by (field; lra).
  assert (G * G / 2 * (alpha * root_sum T) <= (sqrt (INR T) - 1 / 2) * alpha * (G * G)); [ | lra ].
  replace ((sqrt (INR T) - 1 / 2) * alpha * (G * G)) with (G * G / 2 * (alpha * (2 * sqrt (INR T) - 1))) by field.
  apply Rmult_le_compat_l; nra.
Qed.

(** A-(8): with the rates α/√t the average regret is below D²/(2α√T) + G²α/√T after every step T of one and the same
    run, unless D = G = 0. Laws: sgd.case2. *)
Theorem A8_decaying_rates d T Theta loss theta g c D G alpha :
  (1 <= T)%nat -> 0 < alpha -> 0 < D * D + G * G -> convex_set Theta -> Theta c ->
  projected_sgd d T Theta loss theta g (fun t => alpha / sqrt (INR t)) c ->
  (forall t, (1 <= t <= T)%nat -> norm d (minus (theta t) c) <= D) ->
  (forall t, (1 <= t <= T)%nat -> norm d (g t) <= G) ->
  regret T loss theta c / INR T < D * D / (2 * alpha * sqrt (INR T)) + G * G * alpha / sqrt (INR T).
Proof.
  intros HT Ha Pos C Hc Run HD HG. assert (P : 0 < INR T) by (apply lt_0_INR; lia).
  pose proof (root_positive T HT) as Hr.
  destruct (A7_zinkevich d T Theta loss theta g c D G alpha HT Ha C Hc Run HD HG) as [Z E].
  set (bound := D * D / (2 * alpha * sqrt (INR T)) + G * G * alpha / sqrt (INR T)) in *.
  assert (H : regret T loss theta c < INR T * bound).
  { destruct (Req_dec G 0) as [Zero | Nonzero].
    - pose proof (A9_trivial_bound d T loss theta g c D G HT) as Trivial.
      assert (B : regret T loss theta c / INR T <= G * D) by (apply Trivial; intros; repeat split; auto; now apply Run).
      rewrite Zero, Rmult_0_l in B.
      assert (regret T loss theta c <= 0).
      { apply Rmult_le_compat_r with (r := INR T) in B; [ | lra ]. unfold Rdiv in B.
        rewrite Rmult_assoc, Rinv_l in B by lra. lra. }
      assert (0 < bound); [ | nra ]. unfold bound. rewrite Zero in Pos |- *.
      replace (D * D / (2 * alpha * sqrt (INR T)) + 0 * 0 * alpha / sqrt (INR T))
        with (D * D / (2 * alpha * sqrt (INR T))) by (field; lra).
      apply Rdiv_lt_0_compat; nra.
    - assert (0 < alpha * (G * G)) by (apply Rmult_lt_0_compat; nra). lra. }
  apply Rmult_lt_reg_r with (INR T); [ exact P | ].
  replace (regret T loss theta c / INR T * INR T) with (regret T loss theta c) by (field; lra). lra.
Qed.

(** With the rates D/(G√t) the total regret is below 3/2 GD√T (Hazan, Introduction to Online Convex Optimization,
    Theorem 3.1). Laws: sgd.hazan. *)
Theorem A7_hazan d T Theta loss theta g c D G :
  (1 <= T)%nat -> 0 < D -> 0 < G -> convex_set Theta -> Theta c ->
  projected_sgd d T Theta loss theta g (fun t => D / G / sqrt (INR t)) c ->
  (forall t, (1 <= t <= T)%nat -> norm d (minus (theta t) c) <= D) ->
  (forall t, (1 <= t <= T)%nat -> norm d (g t) <= G) ->
  regret T loss theta c < 3 / 2 * (G * D * sqrt (INR T)).
Proof.
  intros HT HD HG C Hc Run Hd Hg. assert (Ha : 0 < D / G) by now apply Rdiv_lt_0_compat.
  destruct (A7_zinkevich d T Theta loss theta g c D G (D / G) HT Ha C Hc Run Hd Hg) as [Z _].
  replace (D * D * sqrt (INR T) / (2 * (D / G)) + (sqrt (INR T) - 1 / 2) * (D / G) * (G * G))
    with (3 / 2 * (G * D * sqrt (INR T)) - G * D / 2) in Z by (field; lra).
  nra.
Qed.
