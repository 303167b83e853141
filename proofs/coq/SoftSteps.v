(** From B-(22) to B-(23), at a fixed temperature: the expansion in ε of the zeroth-order gradient of the soft
    objective, for all K, models whose logits have gradients, and directions with finitely many values. *)

From Coq Require Import Reals.Ranalysis1.
From GradientLaws Require Export Policy Softening.

(** In B-(23): the term with p_θ itself drops out, because E u = 0. Laws: zoR.zero-term. *)
Theorem B23_zero_term d M w u K p r theta eps i :
  centered d M w u -> (i < d)%nat -> by_shares K (fun _ => p) M w u r theta eps i = 0.
Proof.
  intros C Hi. unfold by_shares.
  rewrite (mean_equal M w _ (fun k => sum K (fun y => p y * (r y / eps)) * u k i)).
  - rewrite mean_scale, (C i Hi). ring.
  - intros k _. rewrite <- sum_scale_right. apply sum_equal. intros. ring.
Qed.

(** B-(23) once each p_y(θ + εu) is p_y + εu·∇p_y: the integral is the policy gradient, at every ε ≠ 0, if E u = 0 and
    E[uu^T] = I. Laws: zoR.integral. *)
Theorem B23_integral d M w u K tau p phi r eps i :
  centered d M w u -> isotropic d M w u -> (i < d)%nat -> eps <> 0 ->
  let slope := fun y => scale (p y) (score K tau p phi y) in
  mean M w (fun k => sum K (fun y => (p y + dot d (slope y) (scale eps (u k))) * (r y / eps * u k i)))
  = mean K p (fun y => r y * score K tau p phi y i).
Proof.
  intros C Iso Hi He slope.
  rewrite (mean_equal M w _ (fun k =>
    sum K (fun y => p y * (r y / eps) * u k i + r y * (dot d (slope y) (u k) * u k i))))
    by (intros k _; apply sum_equal; intros; rewrite dot_scale_right; field; exact He).
  rewrite mean_of_sum. unfold mean at 2. apply sum_equal. intros y _.
  rewrite mean_plus, !mean_scale, (C i Hi), (B12_outer d M w u (slope y) i Iso Hi). unfold slope, scale. ring.
Qed.

Lemma derivative_of_gradient d F theta g u : has_gradient d F theta g -> derivative_along d F theta g u.
Proof.
  intros H e Pe. destruct (H u e Pe) as [delta Q]. exists delta. split; [ apply cond_pos | ]. intros h Hh Hd.
  specialize (Q h Hh Hd). rewrite along_0, Rplus_0_l in Q. exact Q.
Qed.

(** B-(22) and B-(23): at a fixed temperature the zeroth-order gradient of the soft objective tends to the policy
    gradient as ε → 0. Laws: zoR.taylor. *)
Theorem B22_limit d M w u K tau f theta phi r i :
  tau <> 0 -> model K d f theta phi -> centered d M w u -> isotropic d M w u -> (i < d)%nat ->
  tends_to (fun eps => by_shares K (fun theta => softmax K tau (f theta)) M w u r theta eps i)
    (mean K (softmax K tau (f theta)) (fun y => r y * score K tau (softmax K tau (f theta)) phi y i)).
Proof.
  intros Ht H C Iso Hi. set (F := fun theta => mean K (softmax K tau (f theta)) r).
  pose proof (B4_policy_gradient K d tau f theta phi r Ht H) as G. cbv zeta in G.
  pose proof (B12_limit d M w u F theta _ i Iso Hi (fun k _ => derivative_of_gradient d F theta _ (u k) G)) as L.
  intros e Pe. destruct (L e Pe) as (delta & Pd & Q). exists delta. split; [ exact Pd | ]. intros h Hh Hd.
  specialize (Q h Hh Hd). unfold zeroth_order in Q. rewrite (B13_no_shift d M w u F theta h (F theta) i C Hi Hh) in Q.
  replace (by_shares K (fun theta => softmax K tau (f theta)) M w u r theta h i)
    with (mean M w (fun k => F (moved theta (u k) h) / h * u k i)); [ exact Q | ].
  unfold by_shares. apply mean_equal. intros k _. unfold F, mean, Rdiv. rewrite <- !sum_scale_right. apply sum_equal.
  intros. ring.
Qed.
